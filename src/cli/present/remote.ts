// A link for a phone → its QR code on the terminal; and this machine's address on its network.
import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'
import { DeckError } from '../../shared/problem.js'
import { printTalk } from '../print.js'

/** Networks that live within this machine: of containers, of virtual machines, of tunnels. */
const within = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt|lxc|cni)/i
/** RFC 1918, which routers at home and in halls give out. */
const homely = /^(?:192\.168\.|10\.|172\.(?:1[6-9]|2\d|3[01])\.)/

/** The IPv4 address under which others on the same network reach this machine. Throws DeckError `cli/no-network`. */
export function findNetworkAddress(faces = networkInterfaces()): string {
  const addresses = Object.entries(faces)
    .filter(([name]) => !within.test(name))
    .flatMap(([, found]) => found ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
  const best = addresses.find((address) => homely.test(address)) ?? addresses[0]
  if (best !== undefined) return best
  const message = 'This machine is on no network, so no phone can reach it.'
  const hint = 'Join the phone’s Wi-Fi or its hotspot, or name an address of this machine with --host.'
  throw new DeckError({ code: 'cli/no-network', message, hint }, { blame: 'machine' })
}

/** Half blocks, two rows a line, with the quiet margin that scanners want; light on dark whatever the terminal's colours. */
export function drawQr(text: string, colors: boolean): string {
  const lines = renderUnicodeCompact(text, { border: 2, ecc: 'L' }).split('\n')
  return lines.map((line) => (colors ? `\u001B[97;40m${line}\u001B[0m` : line)).join('\n')
}

/** Prints the link, and its code. */
export function printInvitation(link: string): void {
  const { stderr } = process
  stderr.write(`\n${drawQr(link, stderr.isTTY && stderr.hasColors())}\n`)
  printTalk(`${link}\nScan it, or open it on a phone in the same network. It works once.`)
}
