/**
 * What a person sees while a script works: one line for every step that lasts, one message when something is missing.
 */

const QUIET_MS = 2000;

/** Something a person can put right. Its message says what is missing and how to get it; no stack is shown. */
export class SetupError extends Error {}

/**
 * Runs one step. A step that takes longer than two seconds is announced, and its duration told at the end: on standard
 * error, so that what a script prints can be read by another program.
 *
 * @template T
 * @param {string} label what the step does, such as "Installing dependencies"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const start = performance.now();
  let announced = false;
  const timer = setTimeout(() => {
    announced = true;
    console.error(`${label} …`);
  }, QUIET_MS);
  try {
    const result = await work();
    if (announced) console.error(`${label}: ${seconds(start)} s`);
    return result;
  } catch (error) {
    if (announced) console.error(`${label}: stopped after ${seconds(start)} s`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs the main function of a script and ends the process with its exit status. A {@link SetupError} is shown as its
 * message alone; anything else is a defect of the script and keeps its stack.
 *
 * @param {() => Promise<number>} main resolves with the exit status
 */
export async function runScript(main) {
  try {
    const [major] = process.versions.node.split('.');
    if (Number(major) < 20) {
      throw new SetupError(`Node ${process.versions.node} is too old: install Node 20 or newer and run this again.`);
    }
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** @param {number} start */
function seconds(start) {
  return ((performance.now() - start) / 1000).toFixed(0);
}
