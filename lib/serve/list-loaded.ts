import { createRequire } from 'node:module';
import { startNext } from './start-next';

/** Reports to its parent the files that Next has loaded once it is ready for the build in the folder named. */
await startNext(process.argv[2] ?? '');
process.send?.(Object.keys(createRequire(import.meta.url).cache), () => process.exit());
