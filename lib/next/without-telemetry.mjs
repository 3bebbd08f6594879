import { createRequire } from 'node:module';

// Set before Next runs, since it asks before it reads any settings. Node's own --env-file cannot do it: Next hands the options of
// Node to the processes it starts, which refuse that one.
process.env.NEXT_TELEMETRY_DISABLED = '1';
createRequire(import.meta.url)('next/dist/bin/next');
