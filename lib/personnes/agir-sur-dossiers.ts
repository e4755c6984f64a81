import { z } from 'zod'
import { clePersonne, normaliser } from '@/lib/demandes/regles'
import { auJournal, exigerPasses, noterActe, pageDuDroit, verrouillerDroitOuvert } from '@/lib/personnes/acte'
import type { corrigerSchema, leverSchema, limiterSchema, retenirSchema } from '@/lib/personnes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const rienAFaire = (message: string) => new ErreurMetier('saisie', undefined, { dossiers: message })

/** The demandes ticked are those of the person: from now on they are all that this request reaches. */
export async function retenirDossiers(contexte: Contexte, saisie: z.output<typeof retenirSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const [fait] = await tx.$queryRaw<{ n: number }[]>`
    SELECT ep_retenir_dossiers(${demande.id}::uuid, ${saisie.dossiers}::uuid[], ${maintenant}::timestamptz) AS n`
  const dossiers = fait?.n ?? 0
  await noterActe(contexte, demande, 'dossiers_retenus', {}, { dossiers })
  return { vers: pageDuDroit(demande.id, '/dossier'), journal: auJournal(demande.id, { dossiers }) }
}

const changesSchema = z.array(z.object({ id: z.string(), reference: z.string(), changes: z.array(z.string()) }))

/**
 * Corrects the identity of the person on these demandes, in one act; search and «same person» follow at once. What was false is not
 * kept: neither the history nor the journal says more than which fields.
 */
export async function corrigerIdentite(contexte: Contexte, saisie: z.output<typeof corrigerSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const { dossiers, civilite, nomNaissance, prenom, dateNaissance, departement } = saisie
  exigerPasses(contexte, { dateNaissance })
  const nomUsage = saisie.nomUsage || null
  const champs = JSON.stringify({ civilite, nomNaissance, nomUsage, prenom, dateNaissance, departement })
  const noms = normaliser(`${prenom} ${nomNaissance} ${nomUsage ?? ''}`)
  const cle = clePersonne({ nomNaissance, prenom, dateNaissance })
  const corrigees = changesSchema.parse(
    await tx.$queryRaw`
      SELECT * FROM ep_corriger_identite(${demande.id}::uuid, ${dossiers}::uuid[], ${champs}::jsonb, ${noms}, ${cle}, ${maintenant}::timestamptz)`,
  )
  if (corrigees.length === 0)
    throw rienAFaire('Ces dossiers portent déjà cette identité, ou ne sont pas parmi ceux de la personne')
  const touches = [...new Set(corrigees.flatMap(({ changes }) => changes))].sort()
  await noterActe(
    contexte,
    demande,
    'corrigee',
    {},
    { references: corrigees.map(({ reference }) => reference), champs: touches },
  )
  return {
    vers: pageDuDroit(demande.id, '/dossier'),
    journal: auJournal(demande.id, { dossiers: corrigees.length, champs: touches.join(' ') }),
  }
}

/** These demandes are set apart: readable by the DPO only, until it is lifted (GDPR, article 18). */
export async function limiterDossiers(contexte: Contexte, saisie: z.output<typeof limiterSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const limites = await tx.$queryRaw<{ id: string }[]>`
    SELECT ep_limiter_demandes(${demande.id}::uuid, ${saisie.dossiers}::uuid[], ${saisie.motif}, ${maintenant}::timestamptz) AS id`
  if (limites.length === 0) throw rienAFaire('Ces dossiers sont déjà limités, ou ne sont pas parmi ceux de la personne')
  await noterActe(contexte, demande, 'limitee', {}, { dossiers: limites.length })
  return {
    vers: pageDuDroit(demande.id, '/dossier'),
    journal: auJournal(demande.id, { dossiers: limites.length, demandes: enIds(limites) }),
  }
}

/** Agents and techniciens read them again. */
export async function leverLimitation(contexte: Contexte, saisie: z.output<typeof leverSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const leves = await tx.$queryRaw<{ id: string }[]>`
    SELECT ep_lever_limitations(${demande.id}::uuid, ${saisie.dossiers}::uuid[], ${maintenant}::timestamptz) AS id`
  if (leves.length === 0) throw rienAFaire('Ces dossiers ne sont pas limités')
  await noterActe(contexte, demande, 'limitation_levee', {}, { dossiers: leves.length })
  return {
    vers: pageDuDroit(demande.id, '/dossier'),
    journal: auJournal(demande.id, { dossiers: leves.length, demandes: enIds(leves) }),
  }
}

const enIds = (lignes: { id: string }[]) => lignes.map(({ id }) => id).join(' ')
