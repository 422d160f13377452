import jsQr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { drawQr, findNetworkAddress } from '../../src/cli/present/remote.js'

/** What a camera sees of the half blocks: light where there is a block, six px a module, on a dark ground. */
function photograph(drawn: string) {
  const lines = drawn.split('\n')
  const size = 6
  const width = (lines[0]?.length ?? 0) * size
  const height = lines.length * 2 * size
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = Math.floor(y / size)
      const block = lines[row >> 1]?.[Math.floor(x / size)] ?? ' '
      const light = block === '█' || block === (row % 2 === 0 ? '▀' : '▄')
      pixels.fill(light ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  return { pixels, width, height }
}

const face = (address: string, more = {}) => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4' as const,
  mac: '02:00:00:00:00:01',
  internal: false,
  cidr: null,
  ...more,
})

describe('the QR code', () => {
  it('reads as the link', () => {
    const link = 'http://192.168.31.105:4321/speaker?t=Zk3v_9aQw-1pLx7Rt5YbNc2e'
    const { pixels, width, height } = photograph(drawQr(link, false))
    expect(jsQr.default(pixels, width, height)?.data).toBe(link)
  })

  it('is light on dark whatever the terminal’s colours', () => {
    const lines = drawQr('x', true).split('\n')
    for (const line of lines) {
      expect(line.startsWith('\u001B[97;40m') && line.endsWith('\u001B[0m')).toBe(true)
      expect(line.slice('\u001B[97;40m'.length, -'\u001B[0m'.length)).toMatch(/^[█▀▄ ]+$/)
    }
  })
})

describe('the address on the network', () => {
  it('is that of a network people share, not of one within this machine', () => {
    const faces = {
      lo: [face('127.0.0.1', { internal: true })],
      docker0: [face('172.17.0.1')],
      eth0: [face('203.0.113.7')],
      wlan0: [face('192.168.31.105')],
    }
    expect(findNetworkAddress(faces)).toBe('192.168.31.105')
    const { wlan0: _, ...without } = faces
    expect(findNetworkAddress(without)).toBe('203.0.113.7')
  })

  it('is missed in words', () => {
    expect(() => findNetworkAddress({ lo: [face('127.0.0.1', { internal: true })] })).toThrow(
      /is on no network/,
    )
  })
})
