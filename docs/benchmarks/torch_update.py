"""Time of a learning step done the papers' way: a PyTorch module and an Adam per agent, one after another.

usage: torch_update.py [--threads N] AGENTS INPUTS HIDDEN OUTPUTS BATCH
Needs Debian's python3-torch. Prints the median milliseconds of forward, backward and Adam of all agents, and the
process's peak resident memory in MB. Networks are those of the benchmark in Java: two hidden layers, ReLU, float32.
"""
import argparse
import resource
import statistics
import time

import torch


def agent(inputs, hidden, outputs):
    relu, linear = torch.nn.ReLU, torch.nn.Linear
    return torch.nn.Sequential(
        linear(inputs, hidden), relu(), linear(hidden, hidden), relu(), linear(hidden, outputs))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=8)
    given = parser.parse_args()
    agents, inputs, hidden, outputs, batch = given.sizes
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    networks = [agent(inputs, hidden, outputs) for _ in range(agents)]
    optimizers = [torch.optim.Adam(network.parameters(), lr=1e-4) for network in networks]
    observations = torch.randn(agents, batch, inputs)
    gradients = torch.randn(agents, batch, outputs) / batch
    spent = []
    end = time.perf_counter() + given.seconds
    while len(spent) < 8 or time.perf_counter() < end:
        began = time.perf_counter()
        for network, optimizer, seen, gradient in zip(networks, optimizers, observations, gradients):
            optimizer.zero_grad(set_to_none=True)
            network(seen).backward(gradient)
            optimizer.step()
        spent.append((time.perf_counter() - began) * 1e3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(statistics.median(spent[3:]), peak)


if __name__ == "__main__":
    main()
