import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
}

const FOLDER = '.github/workflows';
const WORKFLOWS = readdirSync(FOLDER).map((name) => {
  const source = readFileSync(path.join(FOLDER, name), 'utf8');
  return { name, source, workflow: parse(source) as Workflow };
});

test('workflows run only code that nobody can change behind their back', () => {
  for (const { name, source } of WORKFLOWS) {
    for (const [, action = ''] of source.matchAll(/uses: (.*)/g)) {
      expect(action, name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  }
});

test('workflows may do no more than they need', () => {
  for (const { name, workflow, source } of WORKFLOWS) {
    const { permissions, jobs, on } = workflow;
    expect(permissions, name).toBeDefined();
    expect(
      Object.entries(permissions ?? {}).filter(([, value]) => value !== 'read'),
      name,
    ).toEqual([]);
    expect(Object.keys(on), name).not.toContain('pull_request_target');
    for (const [id, job] of Object.entries(jobs)) {
      const writes = Object.entries(job.permissions ?? {}).filter(([, value]) => value === 'write');
      const isDeployment = job.steps.some(({ uses }) => uses?.startsWith('actions/deploy-pages@'));
      expect(writes.map(([key]) => key).sort(), `${name} ${id}`).toEqual(
        isDeployment ? ['id-token', 'pages'] : [],
      );
      expect(job['timeout-minutes'], `${name} ${id}`).toBeGreaterThan(0);
      // What somebody else can write never becomes part of a script.
      for (const { run = '' } of job.steps) expect(run, `${name} ${id}`).not.toContain('${{');
    }
    const checkouts = source.match(/uses: actions\/checkout@/g) ?? [];
    expect(source.match(/persist-credentials: false/g) ?? [], name).toHaveLength(checkouts.length);
  }
});

test('tests run on every version of Node.js that the engine supports and that is supported itself', () => {
  const found = WORKFLOWS.find(({ name }) => name === 'test.yml')?.workflow.jobs.test?.strategy?.matrix.node;
  expect(found).toEqual([20, 22, 24]);
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(engines.node).toMatch(new RegExp(`^>=${found?.[0]}\\b`));
});
