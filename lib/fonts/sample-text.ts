/** English prose with the letters, figures and signs in the usual proportions. */
export const SAMPLE_TEXT =
  `Every build begins with the same question: what has changed since the last one? A tool that cannot answer it
has to do everything again, and does so in the ninety seconds that you wanted to spend on something else. The index we
keep is a file of 41 kB; it holds, for each of 10,204 posts, the time of its last change, a hash and what stands at its
head. Reading it takes eleven milliseconds. “That is the whole trick,” as somebody put it, and it took us two years to
see that it was one. When a program is small enough to be read in one sitting, the reader can hold all of it in mind,
and the order of its parts hardly matters; as soon as it grows past that point, the order becomes the argument. So we
moved the code around, renamed what was hard to find, and wrote down, in 2024, why the cache may be thrown away at any
time. Nobody asked about it again. I'd do the same with every project: measure first, keep less, and explain the rest
by examples which a stranger could run on their own machine before Monday's meeting.`.replaceAll('\n', ' ');
