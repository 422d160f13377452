// A function that makes its value at the first call and gives the same one ever after.

/** Wraps `make` so that it runs once; every call returns that first value (a promise stays the same promise). */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
