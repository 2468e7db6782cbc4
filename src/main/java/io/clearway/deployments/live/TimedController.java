package io.clearway.deployments.live;

import io.clearway.deployments.control.ControllerResponse;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a controller on a thread of its own and waits no longer than its deadline. A late action is discarded; until it
 * has come, the controller is not called again. Used by one thread at a time.
 */
final class TimedController implements AutoCloseable {
    private final Controller controller;
    private final int deadlineMillis;
    private final ExecutorService thread;
    private @Nullable Future<JointAction> pending;

    TimedController(Controller controller, int deadlineMillis, String threadName) {
        this.controller = controller;
        this.deadlineMillis = deadlineMillis;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, threadName);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    ControllerResponse ask(JointObservation observation) {
        if (pending != null && !pending.isDone()) {
            return new ControllerResponse.Late("the controller is still busy with an earlier decision");
        }
        Future<JointAction> answer = thread.submit(() -> controller.act(observation));
        pending = answer;
        try {
            return new ControllerResponse.Answered(answer.get(deadlineMillis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new ControllerResponse.Late(
                    "the controller took longer than its deadline of %d ms".formatted(deadlineMillis));
        } catch (ExecutionException failed) {
            return new ControllerResponse.Failed("the controller failed: " + failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ControllerResponse.Late("the deployment was stopped while the controller decided");
        }
    }

    /** Interrupts a call that is still running. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
