import { expect, test } from 'playwright/test';
import { translateNpm } from './packages';

const cases: [npm: string, pnpm: string, yarn: string, bun: string][] = [
  ['npm install', 'pnpm install', 'yarn install', 'bun install'],
  ['npm i x y', 'pnpm add x y', 'yarn add x y', 'bun add x y'],
  ['npm install --save-dev x', 'pnpm add -D x', 'yarn add -D x', 'bun add -d x'],
  ['npm i -E -D x', 'pnpm add -E -D x', 'yarn add -E -D x', 'bun add --exact -d x'],
  ['npm i -g x', 'pnpm add -g x', 'yarn global add x', 'bun add -g x'],
  ['npm uninstall x', 'pnpm remove x', 'yarn remove x', 'bun remove x'],
  ['npm ci', 'pnpm install --frozen-lockfile', 'yarn install --immutable', 'bun install --frozen-lockfile'],
  ['npm run dev -- --port 1', 'pnpm run dev --port 1', 'yarn run dev --port 1', 'bun run dev --port 1'],
  [
    'npm create x@latest -- --yes',
    'pnpm create x@latest --yes',
    'yarn create x@latest --yes',
    'bun create x@latest --yes',
  ],
  ['npm init -y', 'pnpm init -y', 'yarn init -y', 'bun init -y'],
  ['npx x y', 'pnpm dlx x y', 'yarn dlx x y', 'bunx x y'],
  ['npm test', 'pnpm test', 'yarn test', 'bun run test'],
  ['$ npm i x', '$ pnpm add x', '$ yarn add x', '$ bun add x'],
  ['cd app\nnpm i', 'cd app\npnpm install', 'cd app\nyarn install', 'cd app\nbun install'],
];

for (const [npm, pnpm, yarn, bun] of cases) {
  test(npm, () => {
    expect([translateNpm(npm, 'npm'), translateNpm(npm, 'pnpm')]).toEqual([npm, pnpm]);
    expect([translateNpm(npm, 'yarn'), translateNpm(npm, 'bun')]).toEqual([yarn, bun]);
  });
}

test('a command without counterpart is not translated', () => {
  expect(translateNpm('npm audit', 'bun')).toBeUndefined();
});
