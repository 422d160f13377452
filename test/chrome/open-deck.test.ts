// What a deck's page may do in Chrome: finish and report; not reach the network, not hang us.

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { waysToStart } from '../../src/chrome/start.js'
import { openTestChrome, problemOf, READY } from './helpers.js'

let chrome: Chrome

beforeAll(async () => {
  chrome = await openTestChrome()
}, 60_000)

afterAll(() => chrome.close())

test('the page gives its report, at an address that names the mode', async () => {
  const html =
    '<title>Größe 大</title><script>recapReport = { title: document.title, at: location.href }</script>'
  await using deck = await openDeck(chrome, html, { mode: 'print-pdf' })
  expect(deck.report).toEqual({ title: 'Größe 大', at: 'https://deck.invalid/?print-pdf' })
  expect(deck.refused).toEqual([])
  expect(deck.errors).toEqual([])
})

test('the report may come late, and the window has the size asked for', async () => {
  const html = `<script>requestAnimationFrame(() => {
    window.recapReport = [innerWidth, innerHeight]
  })</script>`
  await using deck = await openDeck(chrome, html, { mode: '', widthPx: 960, heightPx: 720 })
  expect(deck.report).toEqual([960, 720])
})

test('images in the page itself are shown, and need no permission', async () => {
  const svg = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="7" height="5"/%3E'
  const html = `<img src='${svg}' onload="window.recapReport = [this.naturalWidth, this.naturalHeight]">`
  await using deck = await openDeck(chrome, html, { mode: '' })
  expect(deck.report).toEqual([7, 5])
  expect(deck.refused).toEqual([])
})

/** The ways this machine allows: in a chroot, for one, nobody may make namespaces. */
async function findAllowedWays() {
  const ways = waysToStart()
  const tried = await Promise.all(
    ways.map((way) =>
      openTestChrome({ ways: [way] }).then(
        async (opened) => {
          await opened.close()
          return true
        },
        () => false,
      ),
    ),
  )
  return ways.filter((_, index) => tried[index])
}
const allowedWays = await findAllowedWays()

test('the last way to start Chrome is always allowed', () => {
  expect(allowedWays).toContainEqual(expect.objectContaining({ name: waysToStart().at(-1)?.name }))
})

// Each way to start by itself: the namespaces of the first would hide that the flags of the others have no effect.
test.each(allowedWays)('$name: nothing reaches the network, and what was refused is told', async (way) => {
  await using chrome = await openTestChrome({ ways: [way] })
  const tcp = createServer((socket) => {
    packets.push('tcp')
    socket.destroy()
  }).listen(0, '127.0.0.1')
  const udp = createSocket('udp4').bind(0, '127.0.0.1')
  const packets: string[] = []
  udp.on('message', () => packets.push('udp'))
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')])
  const bound = tcp.address()
  const at = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  const html = `<link rel="prefetch" href="http://${at}/prefetch"><link rel="icon" href="http://${at}/icon">
    <link rel="preconnect" href="http://${at}"><link rel="stylesheet" href="http://${at}/css">
    <img src="http://${at}/image"><img src="file:///etc/hostname"><iframe src="http://${at}/frame"></iframe>
    <iframe src="file:///etc/hostname"></iframe>
    <script>
      addEventListener('load', async () => {
        navigator.sendBeacon('http://${at}/beacon')
        const socket = new WebSocket('ws://${at}/socket')
        const socketGone = new Promise((resolve) => { socket.onerror = resolve })
        window.open('http://${at}/popup')
        const caller = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] })
        caller.createDataChannel('x')
        await caller.setLocalDescription(await caller.createOffer())
        // Unguarded, the first packet leaves within 50 ms; 30 frames are half a second.
        for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
        const fetched = await fetch('http://${at}/fetch').then(() => 'got', () => 'refused')
        await socketGone
        window.recapReport = fetched
      })
    </script>`
  await using deck = await openDeck(chrome, html, { mode: '' })
  expect(deck.report).toBe('refused')
  expect(deck.refused).toEqual(
    expect.arrayContaining(
      ['image', 'css', 'frame', 'fetch'].map((name) => `http://${at}/${name}`).concat(`ws://${at}/socket`),
    ),
  )
  expect(packets).toEqual([])
  tcp.close()
  udp.close()
})

test('a page that never gets ready is given up at the limit', async () => {
  const problem = await problemOf(openDeck(chrome, '<h1>Waiting</h1>', { mode: '', waitMs: 200 }))
  expect(problem).toMatchObject({ code: 'chrome/page-not-ready', blame: 'machine' })
  expect(problem.message).toBe('The deck’s page was not ready within 0.2 s.')
})

test('a page whose script threw is told with what it threw', async () => {
  const html = '<script>throw new Error("no such theme part")</script>'
  const problem = await problemOf(openDeck(chrome, html, { mode: '', waitMs: 200 }))
  expect(problem.code).toBe('chrome/page-not-ready')
  expect(problem.message).toContain('no such theme part')
})

test('a script that never ends is given up too, and Chrome goes on', async () => {
  const html = '<script>for (;;) {}</script>'
  const problem = await problemOf(openDeck(chrome, html, { mode: '', waitMs: 300 }))
  expect(problem.code).toBe('chrome/page-not-ready')
  await using deck = await openDeck(chrome, READY, { mode: '' })
  expect(deck.report).toEqual({ slides: 1 })
})

test('a link within the deck stays one in the PDF, and a link to the web stays that', async () => {
  const html = `<style>@page { size: 1280px 720px; margin: 0 } section { break-after: page }</style>
    <section><a href="#two">on</a> <a href="https://example.com/">out</a></section>
    <section id="two"><h1>Two</h1></section>${READY}`
  await using deck = await openDeck(chrome, html, { mode: 'print-pdf' })
  const pdf = await chrome.whileAlive(
    deck.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }),
  )
  const document = await getDocument({ data: pdf }).promise
  const links = await (await document.getPage(1)).getAnnotations()
  expect(document.numPages).toBe(2)
  expect(links.map(({ dest, url }) => ({ inside: Boolean(dest), url }))).toEqual([
    { inside: true, url: undefined },
    { inside: false, url: 'https://example.com/' },
  ])
})

test('several decks can be open at once', async () => {
  const titles = ['a', 'b', 'c', 'd']
  const reports = await Promise.all(
    titles.map(async (title) => {
      const html = `<title>${title}</title><script>window.recapReport = document.title</script>`
      await using deck = await openDeck(chrome, html, { mode: title })
      return deck.report
    }),
  )
  expect(reports).toEqual(titles)
})
