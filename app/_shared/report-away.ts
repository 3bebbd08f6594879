/** For a page that goes on without the database: says in the terminal what it cannot do, and why. */
export function reportAway(what: string): (error: unknown) => undefined {
  return (error) => {
    console.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  };
}
