/** What the work gives; null where it fails, which is logged. */
export async function attempt<T>(log: (error: unknown) => void, work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log(error);
    return null;
  }
}
