// Fills the table of runs, and again every few seconds.
const note = document.getElementById("note");

function row(run) {
  const line = document.createElement("tr");
  const progress = `${run.progress.decisions} of ${run.decisions}`;
  const created = new Date(run.createdAt).toLocaleString();
  for (const text of [created, run.name || run.id, run.scenario, run.algorithm, run.status, progress]) {
    const cell = document.createElement("td");
    cell.textContent = text;
    line.append(cell);
  }
  line.title = run.failure || run.id;
  return line;
}

async function show() {
  try {
    const answer = await fetch("api/v1/runs?limit=50");
    if (!answer.ok) throw new Error(`the service answered ${answer.status}`);
    const runs = await answer.json();
    document.getElementById("runs").replaceChildren(...runs.map(row));
    note.textContent = runs.length === 0 ? "No runs yet." : "";
  } catch (failure) {
    note.textContent = `The runs cannot be read: ${failure.message}`;
  }
  setTimeout(show, 3000);
}

show();
