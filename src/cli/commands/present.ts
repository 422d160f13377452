// `recap present`: the deck, live in a browser, changed as the notes are saved.
import { readEnvironment } from '../../config/environment.js'
import { DeckError } from '../../shared/problem.js'
import { declareLook, readFlags } from '../build-flags.js'
import type { Action } from '../command.js'
import { onStop } from '../on-stop.js'
import { printLine, printProblem, printTalk } from '../print.js'

const usualPort = 4321

function readPort(words: unknown): number | undefined {
  if (words === undefined) return undefined
  const port = Number(words)
  if (typeof words === 'string' && /^\d+$/.test(words) && port <= 65_535) return port
  const message = `--port cannot be “${String(words)}”.`
  const hint = 'Write a number from 0 to 65535; 0 takes any port that is free.'
  throw new DeckError({ code: 'cli/bad-option', message, hint }, { blame: 'usage' })
}

export const present: Action = {
  name: 'present',
  summary: 'show the deck live in a browser; it changes as you save the notes',
  declare(command) {
    command
      .argument('<notes>', 'a Markdown file')
      .option('--open', 'open the deck in the browser')
      .option(
        '--port <number>',
        `the port; the next free one is taken where it is not (default: ${usualPort})`,
      )
      .option('--remote', 'let a phone on the same network turn the slides: prints a link as a QR code')
      .option('--host <address>', 'the address it is bound to (default: 127.0.0.1, this machine alone)')
    declareLook(command)
  },
  async run([file = ''], options) {
    const flags = readFlags(options)
    const asked = readPort(options['port'])
    const { cacheDir, sourceDate } = readEnvironment()
    const [{ openSource }, { serveDeck }, { loadConfig }] = await Promise.all([
      import('../present/source.js'),
      import('../../serve/serve-deck.js'),
      import('../../config/load.js'),
    ])
    const { serve } = await loadConfig(file)
    const port = asked ?? serve.port ?? usualPort
    const remote = options['remote'] === true
    const given = typeof options['host'] === 'string' ? options['host'] : serve.host
    const phones = remote ? await import('../present/remote.js') : undefined
    const host = given ?? phones?.findNetworkAddress() ?? '127.0.0.1'
    let told = ''
    const invite = () => phones?.printInvitation(server.invite())
    const server = await serveDeck({
      source: openSource(file, flags, { cacheDir, sourceDate }),
      port,
      host,
      remote,
      onJoined() {
        printTalk('A phone has joined. For another one:')
        invite()
      },
      onRebuilt({ problems }) {
        const words = JSON.stringify(problems)
        if (words === told) return
        for (const problem of problems) printProblem(problem)
        if (problems.length === 0 && told !== '') printTalk('All is well again.')
        told = problems.length === 0 ? '' : words
      },
    })
    if (port !== 0 && server.port !== port) printTalk(`Port ${port} is in use; port ${server.port} is taken.`)
    printLine(server.url)
    if (remote) {
      printTalk(`Bound to ${host}: others on this network reach it with a link alone.`)
      invite()
    }
    printTalk('S opens the speaker’s view. Ctrl-C ends it.')
    onStop(() => printTalk('\nStopped.'))
    if (options['open'] === true) {
      const { openBrowser } = await import('../present/open-browser.js')
      openBrowser(server.url)
    }
    return new Promise<number>(() => undefined)
  },
}
