import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { normaliser } from '@/lib/demandes/regles'
import { baseReglages } from '@/lib/reglages/adresses'
import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { prendreVersion } from '@/lib/reglages/enregistrer-reglages'
import type { motifPropreSchema } from '@/lib/reglages/schema-motif'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Saisie = z.output<typeof motifPropreSchema>

/** Adds or changes a motif of the caisse's own. Demandes filed under it keep their words, their delay and their pieces. */
export async function enregistrerMotifPropre(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur } = contexte
  const { caisseId, service } = saisie
  exigerCaisseReglee(acteur, caisseId)
  const existant = saisie.id ? await tx.motif.findFirst({ where: { id: saisie.id, caisseId, service } }) : null
  if (saisie.id && !existant) throw new ErreurMetier('introuvable')
  await prendreVersion(tx, caisseId, saisie.version)
  const { libelle, libelleCourt, assureRequis, urgencePossible } = saisie
  const colonnes = {
    libelle,
    libelleCourt,
    assureRequis,
    urgencePossible,
    aide: saisie.aide || null,
    prestation: saisie.prestation || null,
  }
  const id = existant?.id ?? randomUUID()
  if (existant) await tx.motif.updateMany({ where: { id, caisseId }, data: colonnes })
  else
    await tx.motif.createMany({
      data: [{ id, caisseId, service, code: `propre_${id.slice(0, 8)}`, ordre: 1_000, ...colonnes }],
    })
  await ecrirePieces(contexte, id, saisie.pieces)
  return {
    vers: `${baseReglages(acteur, caisseId)}/motifs?enregistre=${service}#${service}`,
    journal: {
      objetType: 'motif',
      objetId: id,
      caisseId,
      details: { service, nouveau: !existant, pieces: saisie.pieces.length },
    },
  }
}

async function ecrirePieces({ tx }: Contexte, motifId: string, pieces: Saisie['pieces']): Promise<void> {
  const anciennes = await tx.pieceAttendue.findMany({ where: { motifId } })
  const pris = new Set(anciennes.map(({ code }) => code))
  const lignes = pieces.map(({ code, libelle, exigence }, rang) => {
    const ancienne = anciennes.find((piece) => piece.code === code)
    return {
      motifId,
      code: ancienne?.code ?? codeLibre(libelle, pris),
      libelle,
      exigence,
      aide: ancienne?.aide ?? null,
      variantes: ancienne?.variantes ?? [],
      ordre: (rang + 1) * 10,
    }
  })
  await tx.pieceAttendue.deleteMany({ where: { motifId } })
  await tx.pieceAttendue.createMany({ data: lignes })
}

/** A code for a new piece, that no piece of the motif has ever had in this edit. */
function codeLibre(libelle: string, pris: Set<string>): string {
  const racine =
    normaliser(libelle)
      .replaceAll(/[^a-z0-9]+/g, '_')
      .slice(0, 40) || 'piece'
  let code = racine
  for (let rang = 2; pris.has(code); rang += 1) code = `${racine}_${rang}`
  pris.add(code)
  return code
}
