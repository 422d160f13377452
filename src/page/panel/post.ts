// Something for the server → its answer.

/** Sends it as JSON; `undefined` where the server cannot be reached. */
export const post = (path: string, body: unknown): Promise<Response | undefined> =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
