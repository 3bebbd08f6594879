import v8 from 'node:v8';

// V8 lets a heap grow to a multiple of what is in use where memory is free, in each process of a build. With a third more
// than that the three generators of 1,000 posts take 1.4 instead of 1.8 GiB, in the same time.
v8.setFlagsFromString('--heap-growing-percent=30');
