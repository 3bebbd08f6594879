import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { getBuildFolder } from '../lib/build/build-folder';
import { getContent } from '../lib/content/posts';
import { packServer } from '../lib/serve/pack-server';
import { toBasePath } from '../lib/urls';
import { runJourneys } from './hosts/run-journeys';

const PORT = 43991;

/** Of the base image below Node.js: the C library, certificates, time zones. */
const SYSTEM_BYTES = 25_000_000;

const MAX_BYTES = 200_000_000;

/** What the container's settings are to a process: a user of no rights, a file system that cannot be written, no variables. */
const INSIDE = `
set -e
mount --bind "$PACKED" /mnt
mount -o remount,bind,ro /mnt
mount -t tmpfs -o ro none /tmp
cd /mnt
as_nobody() {
  exec setpriv --reuid 65532 --regid 65532 --clear-groups env -i NODE_ENV=production PORT=${PORT} \
    \${CONTENT_DIR:+"CONTENT_DIR=$CONTENT_DIR"} \${SHARE_SECRET:+"SHARE_SECRET=$SHARE_SECRET"} "$NODE" "$@"
}
if touch /mnt/x 2>/dev/null; then echo "The folder can be written to."; exit 1; fi
if (as_nobody server/health.js); then echo "Healthy without a server."; exit 1; fi
start=$(date +%s%N)
as_nobody server/start.js &
until curl --silent --output /dev/null "http://127.0.0.1:${PORT}$BASE/"; do
  kill -0 $! || exit 1
  sleep .02
done
echo "First answer after $(( ($(date +%s%N) - start) / 1000000 )) ms."
(as_nobody server/health.js)
fault=0
expect() {
  status=$(curl --silent --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:${PORT}$BASE$1")
  [ "$status" = "$2" ] || { echo "$1: $status instead of $2"; fault=1; }
}
expect "" 200
expect /posts 200
expect /feed.xml 200
expect /none 404
expect /cards/none.png 404
expect /share/none 404
ps -o user= -o rss= -p $! | awk '{ print "User " $1 ", " int($2 / 1024) " MB of memory." }'
[ -z "$HOLD" ] || read -r ended
kill -TERM $!
wait $!
exit $fault
`;

/**
 * `CONTENT_DIR=… DIST_DIR=… npx tsx scripts/try-container.ts [--journeys [--share 1/3]]`, as root: packs the last build as the Dockerfile does,
 * and runs it as the container would be run, without an engine for containers. With `--journeys` it takes the journeys of a reader
 * there.
 */
async function tryContainer(takesJourneys: boolean, share: string | undefined): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const packed = path.join(folder, 'packed');
  try {
    const { files, bytes } = await packServer(getBuildFolder(), packed, getContent());
    const image = bytes + statSync(process.execPath).size + SYSTEM_BYTES;
    console.info(
      `${files} files, ${toMegabytes(bytes)}; with this Node.js and a system about ${toMegabytes(image)}.`,
    );
    const BASE = toBasePath(getContent().site.url);
    const child = spawn('unshare', ['--mount', 'sh', '-c', INSIDE], {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, PACKED: packed, NODE: process.execPath, HOLD: takesJourneys ? '1' : '', BASE },
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const isFine = !takesJourneys || (await takeJourneys(child, share));
    child.stdin.end('\n');
    return (await ended) === 0 && isFine && image <= MAX_BYTES;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeJourneys(child: ChildProcess, share: string | undefined): Promise<boolean> {
  const url = `http://127.0.0.1:${PORT}`;
  while (child.exitCode === null && !(await isHealthy(url))) await wait(50);
  return runJourneys({
    url,
    siteUrl: getContent().site.url,
    content: process.env.CONTENT_DIR ?? 'content',
    by: 'engine',
    share,
  });
}

function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function toMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

Object.assign(process.env, { NODE_ENV: 'production' });
const { values } = parseArgs({
  options: { journeys: { type: 'boolean', default: false }, share: { type: 'string' } },
});
process.exitCode = (await tryContainer(values.journeys, values.share)) ? 0 : 1;
