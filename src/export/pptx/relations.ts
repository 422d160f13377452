// What a part of the file refers to → the part that lists it. Ids count up, and the same target has one.
import { escapeXml, xmlHead } from './xml.js'

export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const packaged = 'http://schemas.openxmlformats.org/package/2006'

export type Relation = { readonly type: string; readonly target: string; readonly outside?: boolean }

export const relationsXml = (relations: readonly Relation[]): string =>
  `${xmlHead}<Relationships xmlns="${packaged}/relationships">${relations
    .map(({ type, target, outside }, index) => {
      const whole = type.startsWith('http') ? type : `${office}/${type}`
      return `<Relationship Id="rId${index + 1}" Type="${whole}" Target="${escapeXml(target)}"${outside ? ' TargetMode="External"' : ''}/>`
    })
    .join('')}</Relationships>`

export function addRelation(relations: Relation[], relation: Relation): string {
  const known = relations.findIndex((one) => one.type === relation.type && one.target === relation.target)
  return `rId${known >= 0 ? known + 1 : relations.push(relation)}`
}
