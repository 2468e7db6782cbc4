#!/usr/bin/env bash
# Checks the dashboards against Grafana's own types: every dashboard as a typed literal, and of every panel its options
# and field settings by the panel's type. Needs Node.js and npm; fetches @grafana/schema and TypeScript.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

cd -- "$work"
npm init -y >/dev/null 2>&1
npm install --silent --no-audit --no-fund @grafana/schema@13.2.3 typescript@5.9.3 >/dev/null
node - "$here"/dashboards/*.json <<'JS'
const fs = require('fs');

const modules = {
  barchart: 'barchart/panelcfg/x/BarChartPanelCfg_types.gen',
  bargauge: 'bargauge/panelcfg/x/BarGaugePanelCfg_types.gen',
  stat: 'stat/panelcfg/x/StatPanelCfg_types.gen',
  table: 'table/panelcfg/x/TablePanelCfg_types.gen',
  timeseries: 'timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen',
  xychart: 'xychart/panelcfg/x/XYChartPanelCfg_types.gen',
};
const withFields = ['barchart', 'table', 'timeseries', 'xychart'];
const lines = [
  `import type { Dashboard } from '@grafana/schema';`,
  ...Object.entries(modules).map(([name, path]) =>
    `import type * as ${name} from '@grafana/schema/dist/esm/raw/composable/${path}';`),
  // JSON holds the values of enums, not their names
  'type Plain<T> = T extends string ? `${T}` : T extends number | boolean | null | undefined ? T',
  '  : T extends (infer E)[] ? Plain<E>[] : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;',
];
let count = 0;
for (const file of process.argv.slice(2)) {
  const dashboard = JSON.parse(fs.readFileSync(file, 'utf8'));
  lines.push(`// ${file}`, `export const dashboard${count++}: Plain<Dashboard> = ${JSON.stringify(dashboard)};`);
  for (const panel of dashboard.panels.filter((one) => one.type !== 'row')) {
    if (!(panel.type in modules)) {
      throw new Error(`${file}: panel '${panel.title}' is of type ${panel.type}, which this script does not know`);
    }
    lines.push(`// ${panel.title}`,
      `export const options${count++}: Plain<Partial<${panel.type}.Options>> = ${JSON.stringify(panel.options)};`);
    if (withFields.includes(panel.type)) {
      lines.push(`export const fields${count++}: Plain<Partial<${panel.type}.FieldConfig>> = `
        + `${JSON.stringify(panel.fieldConfig.defaults.custom ?? {})};`);
    }
  }
}
fs.writeFileSync('check.ts', lines.join('\n') + '\n');
console.log(`${process.argv.length - 2} dashboards, ${count} literals`);
JS
npx tsc --noEmit --strict --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022 check.ts
echo 'All of them are what Grafana takes.'
