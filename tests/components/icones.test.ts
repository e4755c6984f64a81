import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import * as icones from '@/components/ui/icones'

type Lucide = { __iconData: { node: [balise: string, attributs: Record<string, string>][] } }

test.each(Object.entries(icones))('%s is the outline of the installed Lucide', async (_, { nom, trace }) => {
  const fichier = pathToFileURL(resolve(`node_modules/lucide-react/dist/esm/icons/${nom}.mjs`)).href
  const { __iconData } = (await import(fichier)) as Lucide
  expect(trace).toEqual(__iconData.node.map(([balise, { key: _key, ...attributs }]) => [balise, attributs]))
})
