import { expect, test } from 'playwright/test';
import { measureCommand } from './measure-command';

const OWN_SESSION = `node -e "
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'const end = Date.now() + 1000; while (Date.now() < end);'], { detached: true });
  child.on('exit', () => console.log('done'));
"`;

test('a command is measured with processes in sessions of their own', async () => {
  const log = test.info().outputPath('log.txt');
  const { wall, cpu, peak, lines } = await measureCommand(OWN_SESSION, { cwd: '.', env: process.env, log });
  expect(lines.map(({ text }) => text)).toEqual(['done']);
  expect(wall).toBeGreaterThan(1);
  expect(cpu).toBeGreaterThan(0.1);
  expect(peak).toBeGreaterThan(50 * 2 ** 20);
});

test('a command that fails is named, with what it printed', async () => {
  const log = test.info().outputPath('log.txt');
  const failing = measureCommand('echo so; exit 3', { cwd: '.', env: process.env, log });
  await expect(failing).rejects.toThrow('echo so; exit 3 ended with 3.\nso');
});
