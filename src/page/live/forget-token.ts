// The token in a link → out of the address, where others would see it: the page's cookie has taken its place.

/** Leaves the rest of the address as it is. */
export function forgetToken(): void {
  const address = new URL(location.href)
  if (!address.searchParams.has('t')) return
  address.searchParams.delete('t')
  history.replaceState(history.state, '', address)
}
