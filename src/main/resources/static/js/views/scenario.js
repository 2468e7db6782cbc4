// One scenario: its network, its settings, its rules.

import { getSlowly, link, part, remove } from "../api.js";
import { Component, h } from "../dom.js";
import { whole } from "../format.js";
import { MapCanvas } from "../map/canvas.js";
import { prepare } from "../map/network.js";
import { AskFirst } from "../parts/ask.js";
import { facts, head, panel, skeleton, trouble } from "../parts/basics.js";
import { Loader } from "../parts/loader.js";
import { written } from "../parts/settings.js";
import { TimingSheet } from "../parts/timing-sheet.js";
import { go, href } from "../router.js";

export function Scenario({ name, parameters }) {
  return h(
    "div",
    null,
    h("p", { class: "crumbs" }, h("a", { href: "#/scenarios" }, "Scenarios"), " / ", h("span", null, name)),
    h(Loader, { load: () => getSlowly(`scenarios/${part(name)}`), lines: 8 }, (scenario) => [
      head(
        scenario.name,
        [
          scenario.imported && [
            h("a", { class: "button", href: link(`scenarios/${part(name)}/report`) }, "Onboarding report"),
            h(AskFirst, {
              label: "Delete",
              title: "Delete this scenario?",
              yes: "Delete the scenario",
              words: "Its network, demand and report go; runs on it are kept, but cannot be evaluated again.",
              act: async () => {
                await remove(`scenarios/${part(name)}`);
                go("scenarios");
              },
            }),
          ],
          scenario.live && h("a", { class: "button", href: href("recordings", { scenario: name }) }, "Record"),
          h("a", { class: "button primary", href: href(["runs", "new"], { scenario: name }) }, "Train on it"),
        ],
        h("p", { class: "note" }, scenario.description),
      ),
      scenario.problem && h("p", { class: "banner warn" }, `It cannot be opened here: ${scenario.problem}`),
      parameters.report &&
        h(
          "p",
          { class: "banner" },
          "Imported. ",
          h("a", { href: link(`scenarios/${part(name)}/report`) }, "The report"),
          " lists the findings, and what requires action.",
        ),
      scenario.live && !scenario.problem && h(Roads, { name }),
      panel(
        "Key figures",
        facts([
          ["agents", scenario.agents === null ? "–" : whole(scenario.agents)],
          ["actions of an agent", scenario.actions ?? "–"],
          ["decisions per episode", scenario.horizon === null ? "–" : whole(scenario.horizon)],
          ["rules", scenario.controllers.join(", ")],
          ["reference", scenario.reference],
          ["origin", scenario.origin],
        ]),
        { id: "numbers" },
      ),
      panel(
        "Settings and their defaults",
        facts(Object.entries(scenario.defaults).map(([setting, value]) => [setting, written(value)])),
        { id: "defaults" },
      ),
    ]),
  );
}

/** The map of the network, and the timing sheet of the signal that is selected on it. */
class Roads extends Component {
  async componentDidMount() {
    this.isHere = true;
    try {
      const network = prepare(await getSlowly(`scenarios/${part(this.props.name)}/map`));
      if (this.isHere) this.setState({ network });
    } catch (problem) {
      if (this.isHere) this.setState({ problem });
    }
  }

  componentWillUnmount() {
    this.isHere = false;
  }

  render({ name }, { network, problem, signal }) {
    if (problem) return trouble({ ...problem, title: "The network cannot be drawn" });
    if (!network) return skeleton(6);
    return [
      h(
        "section",
        { class: "panel map-panel", "aria-label": "Map" },
        h(MapCanvas, {
          network,
          feed: null,
          label: `Map of ${name}`,
          onSignal: (light) => this.setState({ signal: light }),
        }),
      ),
      h(TimingSheet, {
        path: `scenarios/${part(name)}`,
        lights: network.signals.map(({ light }) => light),
        chosen: signal,
      }),
    ];
  }
}
