import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { sansScripts, surveiller } from '@/lib/socle/page-introuvable'

const vide = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'
const pleine = '<html lang="fr"><body><h1>Cette page n’existe pas</h1></body></html>'

const serveurs: Server[] = []
afterEach(() => {
  for (const serveur of serveurs.splice(0)) serveur.close()
})

/** What a client gets of an answer written this way. `page`: what is given in the place of an empty one. */
async function demander(repondre: RequestListener, page: string | null = pleine) {
  let lectures = 0
  const serveur = createServer((requete, reponse) => {
    surveiller(reponse, async () => {
      lectures += 1
      return page
    })
    repondre(requete, reponse)
  })
  serveurs.push(serveur)
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const recue = await fetch(`http://127.0.0.1:${(serveur.address() as AddressInfo).port}/`)
  return { statut: recue.status, texte: await recue.text(), entetes: recue.headers, lectures: () => lectures }
}

describe('an answer 404 that holds nothing', () => {
  it('is the page that says so, whichever way it is written, with its headers', async () => {
    const facons: RequestListener[] = [
      (_, reponse) => {
        reponse.writeHead(404).end(vide)
      },
      (_, reponse) => {
        reponse.statusCode = 404
        reponse.flushHeaders()
        reponse.write(vide.slice(0, 30))
        reponse.write(Buffer.from(vide.slice(30)))
        reponse.end()
      },
      (_, reponse) => {
        reponse.statusCode = 404
        reponse.setHeader('content-encoding', 'gzip')
        reponse.end(gzipSync(vide))
      },
    ]
    for (const facon of facons) {
      const { statut, texte, entetes } = await demander((requete, reponse) => {
        reponse.setHeader('content-type', 'text/html; charset=utf-8')
        reponse.setHeader('content-security-policy', "default-src 'self'")
        facon(requete, reponse)
      })
      expect({ statut, texte }).toEqual({ statut: 404, texte: pleine })
      expect(entetes.get('content-security-policy')).toBe("default-src 'self'")
      expect(entetes.get('content-length')).toBe(String(Buffer.byteLength(pleine)))
    }
  })

  it('stays as it is when the page can’t be read', async () => {
    const { statut, texte } = await demander((_, reponse) => {
      reponse.writeHead(404, { 'content-type': 'text/html' })
      reponse.end(vide)
    }, null)
    expect({ statut, texte }).toEqual({ statut: 404, texte: vide })
  })
})

it('leaves alone any other answer', async () => {
  const autres: [number, string, string][] = [
    [404, 'text/html', pleine],
    [404, 'application/json', '{}'],
    [200, 'text/html', vide],
    [500, 'text/html', vide],
  ]
  for (const [code, type, corps] of autres) {
    const { statut, texte, lectures } = await demander((_, reponse) => {
      reponse.statusCode = code
      reponse.setHeader('content-type', type)
      reponse.write(corps)
      reponse.end()
    })
    expect({ statut, texte, lectures: lectures() }).toEqual({ statut: code, texte: corps, lectures: 0 })
  }
})

it('keeps of a page what needs no script', () => {
  const lue =
    '<html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" nonce="n" href="/a.css"/></head>'
  expect(sansScripts(`${lue}<body><h1>Non</h1><script nonce="n">a()</script></body></html>`)).toBe(
    '<html><head><link rel="stylesheet" href="/a.css"/></head><body><h1>Non</h1></body></html>',
  )
  expect(sansScripts('Internal Server Error')).toBeNull()
  expect(sansScripts(vide)).toBeNull()
})
