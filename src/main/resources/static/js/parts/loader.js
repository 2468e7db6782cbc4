// Loads data, shows that it is loading or what failed, and refreshes it at intervals.
import { Component } from "../dom.js";
import { skeleton, trouble } from "./basics.js";

/**
 * load: returns a promise; every: milliseconds between two requests, none for one only, or a function that tells
 * them after each; on: a text; when it changes, all is reloaded; children: a function of what was loaded.
 */
export class Loader extends Component {
  constructor() {
    super();
    this.state = { data: undefined, problem: null };
    this.round = 0;
    this.again = () => this.load();
    this.wake = () => !document.hidden && this.load();
  }

  componentDidMount() {
    document.addEventListener("visibilitychange", this.wake);
    this.load();
  }

  componentDidUpdate(before) {
    if (before.on !== this.props.on) this.load();
  }

  componentWillUnmount() {
    document.removeEventListener("visibilitychange", this.wake);
    this.round = -1;
    clearTimeout(this.timer);
  }

  async load() {
    clearTimeout(this.timer);
    const round = ++this.round;
    try {
      const data = await this.props.load();
      if (round === this.round) this.setState({ data, problem: null });
    } catch (problem) {
      if (round === this.round) this.setState({ problem });
    }
    if (round === this.round) this.plan();
  }

  plan() {
    const given = this.props.every;
    const every = typeof given === "function" ? given() : given;
    const passing = this.state.problem?.passing;
    if (!document.hidden && (every || passing)) this.timer = setTimeout(this.again, every || 3000);
  }

  render({ children, lines }, { data, problem }) {
    if (data === undefined) return problem ? trouble(problem, this.again) : skeleton(lines);
    return [
      problem && trouble({ ...problem, title: `Not up to date: ${problem.title}` }, this.again),
      children(data, this.again),
    ];
  }
}
