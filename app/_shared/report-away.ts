/** For what goes on without the database, or without a mail: says in the terminal what it cannot do, and why. */
export function reportAway(what: string): (error: unknown) => undefined {
  return (error) => {
    console.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  };
}
