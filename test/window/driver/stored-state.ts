import type { Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';

/** Waits until the window has stored its editors with this in their state; in a browser it does so every few seconds. */
export async function untilStored(page: Page, text: string): Promise<void> {
  await waitFor(`${text} in the stored state of the window`, async () =>
    (await page.evaluate(readStorage)).includes(text),
  );
}

/** Runs in the page. */
async function readStorage(): Promise<string> {
  const contents = (request: IDBRequest) =>
    new Promise<IDBRequest['result']>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const values = (await indexedDB.databases()).map(async ({ name = '' }) => {
    const database: IDBDatabase = await contents(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const items = stores.map((store) => contents(database.transaction(store).objectStore(store).getAll()));
    const stored = JSON.stringify(await Promise.all(items));
    database.close();
    return stored;
  });
  return (await Promise.all(values)).join();
}
