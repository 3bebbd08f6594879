import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';

const WITHOUT = 'node lib/next/without-telemetry.mjs ';

test('no command of the project lets Next send or announce telemetry', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = Object.values(scripts).flatMap((script) => script.split('&&').map((one) => one.trim()));
  const ofNext = commands.filter((command) =>
    /\b(next|without-telemetry\.mjs) (dev|build|start|typegen)\b/.test(command),
  );
  expect(ofNext.length).toBeGreaterThan(0);
  for (const command of ofNext) expect(command.startsWith(WITHOUT), command).toBe(true);
});

test('what these commands run switches it off on a machine that knows nothing of it', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const { NEXT_TELEMETRY_DISABLED: _, ...environment } = process.env;
  const env = { ...environment, HOME: home, XDG_CONFIG_HOME: home };
  const ask = (file: string) =>
    execFileSync(process.execPath, [path.resolve(file), 'telemetry', 'status'], {
      // In a container Next keeps its settings in the folder where it runs.
      cwd: home,
      env,
      encoding: 'utf8',
    });
  expect(ask(WITHOUT.trim().split(' ')[1] ?? '')).toMatch(/Disabled/);
  expect(ask('node_modules/next/dist/bin/next')).toMatch(/Enabled/);
  rmSync(home, { recursive: true, force: true });
});
