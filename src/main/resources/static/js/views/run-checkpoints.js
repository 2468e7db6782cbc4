// The checkpoints of a run, and what can be done with them.

import { link, part } from "../api.js";
import { h } from "../dom.js";
import { ago, bytes, moment, shortId, whole } from "../format.js";
import { empty, panel, skeleton } from "../parts/basics.js";
import { isOver } from "../parts/status.js";
import { href } from "../router.js";

/** live: whether they can drive a live simulation. */
export function Checkpoints({ checkpoints, run, live }) {
  if (!checkpoints) return skeleton(3);
  if (!checkpoints.length) {
    return panel(
      "Checkpoints",
      empty(
        isOver(run.status) ? "No checkpoints" : "No checkpoints yet",
        isOver(run.status)
          ? "The run ended before its first checkpoint."
          : "The first is stored after some rounds of learning.",
      ),
      { id: "checkpoints" },
    );
  }
  return panel(
    "Checkpoints",
    h(
      "div",
      { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Checkpoints" },
      h(
        "table",
        { class: "cards" },
        h("caption", { class: "sr" }, "Stored checkpoints, the newest first"),
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            ["Checkpoint", "Decisions", "Episodes", "Size", "Kept", "Actions"].map((name) =>
              h("th", { scope: "col" }, name),
            ),
          ),
        ),
        h(
          "tbody",
          null,
          checkpoints.map((kept) => row(kept, run, live)),
        ),
      ),
    ),
    {
      id: "checkpoints",
      note: live
        ? "Deploy one to a live simulation, or record an episode under its control."
        : "For ./clearway evaluate --controller.",
    },
  );
}

function row({ id, progress, bytes: size, createdAt, sha256 }, run, live) {
  const name = `checkpoint ${shortId(id)}`;
  return h(
    "tr",
    { key: id },
    h("td", { class: "main", title: `sha256 ${sha256}` }, h("code", null, shortId(id))),
    h("td", { "data-label": "Decisions" }, whole(progress.decisions)),
    h("td", { "data-label": "Episodes" }, whole(progress.episodes)),
    h("td", { "data-label": "Size" }, bytes(size)),
    h("td", { "data-label": "Kept", title: moment(createdAt) }, ago(createdAt)),
    h(
      "td",
      { class: "actions" },
      live &&
        h(
          "a",
          {
            class: "button",
            href: href(["deployments", "new"], { checkpoint: id, scenario: run.scenario }),
            "aria-label": `Deploy ${name}`,
          },
          "Deploy",
        ),
      live &&
        h(
          "a",
          {
            class: "button",
            href: href("recordings", { checkpoint: id, scenario: run.scenario }),
            "aria-label": `Record ${name}`,
          },
          "Record",
        ),
      h(
        "a",
        {
          class: "button",
          href: link(`runs/${part(run.id)}/checkpoints/${part(id)}`),
          download: `${id}.checkpoint`,
          "aria-label": `Download ${name}`,
        },
        "Download",
      ),
    ),
  );
}
