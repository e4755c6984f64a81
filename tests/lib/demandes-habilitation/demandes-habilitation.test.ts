import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { appliquerDemande } from '@/lib/demandes-habilitation/appliquer-demande'
import {
  demanderCreation,
  demanderInactivation,
  demanderModification,
} from '@/lib/demandes-habilitation/deposer-demande'
import { cadreDeDemande, demandeDeLaStructure, demandesDeLaStructure } from '@/lib/demandes-habilitation/queries'
import { demandeDeLaCaisse, demandesDeLaCaisse } from '@/lib/demandes-habilitation/queries-caisse'
import { refuserDemande } from '@/lib/demandes-habilitation/refuser-demande'
import { retirerDemande } from '@/lib/demandes-habilitation/retirer-demande'
import type { Identite } from '@/lib/habilitations/schema'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier

/** A fresh partenariat for each test: quotas and last gestionnaires are counted per structure. */
async function creerScene(reglages: Parameters<typeof fabriqueCaisse>[1] = {}) {
  const monde = await fabriquePartenariat(atelier, { caisse: reglages, partenaire: { nombreMembres: 8 } })
  return {
    ...monde,
    lieu: { partenaireId: monde.partenaire.id, structureId: monde.structure.id },
    demandeur: await acteurDe(monde.gestionnaire.id),
    deposant: await acteurDe(monde.technicien.id),
    decideur: await acteurDe(monde.referent.id),
  }
}

let scene: Awaited<ReturnType<typeof creerScene>>
beforeEach(async () => {
  scene = await creerScene()
})

const identite = (autres: Partial<Identite> = {}): Identite => ({
  civilite: 'madame',
  nom: 'Esposito',
  prenom: 'Chiara',
  fonction: 'Directrice adjointe',
  telephone: '0261910099',
  courriel: `chiara@${scene.partenaire.domaines[0]}`,
  ...autres,
})
const entete = () => ({ id: randomUUID(), caisseId: scene.caisse.id, justification: '' })
const creer = (valeurs: Partial<Identite> = {}, id = randomUUID(), maintenant = new Date()) =>
  agir(scene.demandeur, (c) => demanderCreation(c, { ...entete(), id, ...identite(valeurs) }), maintenant).then(
    () => id,
  )
const inactiver = async (compteId: string, souhaiteeLe: DateIso, maintenant = new Date()) => {
  const id = randomUUID()
  await agir(scene.demandeur, (c) => demanderInactivation(c, { ...entete(), id, compteId, souhaiteeLe }), maintenant)
  return id
}
const appliquer = (id: string, version?: number, maintenant = new Date()) =>
  agir(scene.decideur, (c) => appliquerDemande(c, { id, version }), maintenant)
const lire = (id: string) => tx.demandeHabilitation.findUniqueOrThrow({ where: { id } })
const second = () => fabriqueCompte(atelier, { profil: 'gestionnaire', ...scene.lieu })
const dans = (n: number) => ajouterJours(dateAParis(new Date()), n)
const courriels = (modele: string) => tx.courriel.findMany({ where: { modele }, orderBy: { creeLe: 'desc' } })

describe('filing', () => {
  it('freezes the due date in the working days of the caisse, of both calendars', async () => {
    const mercredi = new Date('2026-04-01T16:30:00Z')
    const id = await creer({}, undefined, mercredi)
    expect((await lire(id)).echeanceLe.toISOString()).toContain('2026-04-09')
    scene = await creerScene({ calendrier: 'alsace_moselle', reglages: { delaiHabilitationJoursOuvres: 10 } })
    const autre = await creer({}, undefined, mercredi)
    expect((await lire(autre)).echeanceLe.toISOString()).toContain('2026-04-17')
    await tx.reglagesCaisse.update({ where: { caisseId: scene.caisse.id }, data: { delaiHabilitationJoursOuvres: 1 } })
    expect((await lire(autre)).echeanceLe.toISOString()).toContain('2026-04-17')
  })

  it('is open to a technicien, and tells the asker, the gestionnaires and the caisse', async () => {
    await tx.contactCaisse.create({
      data: { caisseId: scene.caisse.id, type: 'partenariat', courriel: `p-${scene.caisse.id}@x.example` },
    })
    await tx.conventionCaisse.updateMany({
      where: { caisseId: scene.caisse.id },
      data: { referentId: scene.referent.id },
    })
    const id = randomUUID()
    await agir(scene.deposant, (c) => demanderCreation(c, { ...entete(), id, ...identite() }))
    const recus = await tx.courriel.findMany({ where: { donnees: { path: ['lien'], string_contains: id } } })
    expect(recus.map(({ modele, destinataire }) => `${modele} ${destinataire}`).sort()).toEqual(
      [
        `habilitation_deposee ${scene.technicien.courriel}`,
        `habilitation_equipe ${scene.gestionnaire.courriel}`,
        `habilitation_a_traiter p-${scene.caisse.id}@x.example`,
        `habilitation_a_traiter ${scene.referent.courriel}`,
      ].sort(),
    )
  })

  it('sent twice gives one request', async () => {
    const id = await creer()
    await creer({}, id)
    expect(await tx.demandeHabilitation.count({ where: { structureId: scene.structure.id } })).toBe(1)
  })

  it('refuses an address outside the domains, or one that is taken, at its field', async () => {
    await expect(creer({ courriel: 'chiara@gmail.com' })).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('grand public') },
    })
    await expect(creer({ courriel: 'chiara@ailleurs.example' })).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('n’est pas déclaré') },
    })
    await creer()
    await expect(creer()).rejects.toMatchObject({ erreurs: { courriel: expect.stringContaining('attend déjà') } })
  })

  it('refuses a creation beyond the quota, unless a seat is about to be free', async () => {
    const autre = await second()
    await expect(creer()).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('Le quota est de 2'),
    })
    await inactiver(autre.id, dans(20))
    await creer()
    await expect(creer({ courriel: `autre@${scene.partenaire.domaines[0]}` })).rejects.toMatchObject({
      code: 'etat_change',
    })
  })

  it('refuses a caisse that is not open, and an account of another structure', async () => {
    const ailleurs = await fabriquePartenariat(atelier)
    const depot = { ...entete(), ...identite() }
    await expect(
      agir(scene.demandeur, (c) => demanderCreation(c, { ...depot, caisseId: ailleurs.caisse.id })),
    ).rejects.toMatchObject({ code: 'introuvable' })
    for (const compteId of [ailleurs.gestionnaire.id, scene.technicien.id])
      await expect(agir(scene.demandeur, (c) => demanderModification(c, { ...depot, compteId }))).rejects.toMatchObject(
        {
          code: 'introuvable',
        },
      )
  })

  it('refuses a wished day before the notice, with the first possible one', async () => {
    await second()
    const jour = new Date('2026-03-12T09:00:00Z')
    await expect(inactiver(scene.gestionnaire.id, '2026-03-26', jour)).rejects.toMatchObject({
      erreurs: { souhaiteeLe: expect.stringContaining('vendredi 27\u00A0mars 2026') },
    })
    await inactiver(scene.gestionnaire.id, '2026-03-27', jour)
    await expect(inactiver(scene.gestionnaire.id, '2026-03-28', jour)).rejects.toMatchObject({
      message: expect.stringContaining('attend déjà'),
    })
  })

  it('refuses the inactivation of the last gestionnaire until a successor is asked for', async () => {
    await expect(inactiver(scene.gestionnaire.id, dans(20))).rejects.toMatchObject({
      message: expect.stringContaining('dernier gestionnaire actif'),
    })
    const choix = { caisseId: scene.caisse.id, type: 'inactivation' as const, compteId: scene.gestionnaire.id }
    expect((await cadreDeDemande(scene.demandeur, choix))?.dernier).toBe(true)
    await creer()
    await inactiver(scene.gestionnaire.id, dans(20))
  })

  it('refuses a modification that changes nothing, or of an account that is closed', async () => {
    const { civilite, nom, prenom, fonction, telephone, courriel } = scene.gestionnaire
    const meme = { civilite: civilite as 'madame', nom, prenom, fonction, telephone: telephone ?? '', courriel }
    const compteId = scene.gestionnaire.id
    await expect(
      agir(scene.demandeur, (c) => demanderModification(c, { ...entete(), ...meme, compteId })),
    ).rejects.toMatchObject({ message: expect.stringContaining('Rien ne change') })
    const parti = await fabriqueCompte(atelier, { profil: 'gestionnaire', etat: 'inactif', ...scene.lieu })
    await expect(
      agir(scene.demandeur, (c) => demanderModification(c, { ...entete(), ...identite(), compteId: parti.id })),
    ).rejects.toMatchObject({ message: expect.stringContaining('inactivé entre-temps') })
  })
})

describe('applying', () => {
  it('creates the account, invites it, and tells the asker', async () => {
    const id = await creer()
    await appliquer(id)
    const { etat, compteId } = await lire(id)
    expect(etat).toBe('appliquee')
    const compte = await tx.compte.findUniqueOrThrow({ where: { id: compteId ?? '' } })
    expect(compte).toMatchObject({ profil: 'gestionnaire', etat: 'attente_activation', nom: 'Esposito' })
    expect((await courriels('activation')).some(({ destinataire }) => destinataire === compte.courriel)).toBe(true)
    expect((await courriels('habilitation_appliquee'))[0]?.destinataire).toBe(scene.gestionnaire.courriel)
    expect(await tx.journal.count({ where: { action: 'compte.cree', objetId: compte.id } })).toBe(1)
  })

  it('is explained and refused while the quota is full or the domain is gone', async () => {
    const id = await creer()
    await second()
    const page = await demandeDeLaCaisse(scene.decideur, id)
    expect(page?.examen.obstacles).toEqual([expect.stringContaining('aucune place n’est libre')])
    await expect(appliquer(id)).rejects.toMatchObject({ code: 'etat_change', message: page?.examen.obstacles[0] })
    expect((await lire(id)).etat).toBe('deposee')
    await tx.partenaire.update({
      where: { id: scene.partenaire.id },
      data: { domaines: ['autre.example'], nombreMembres: 30 },
    })
    await tx.structure.update({ where: { id: scene.structure.id }, data: { nombreMembres: 30 } })
    expect((await demandeDeLaCaisse(scene.decideur, id))?.examen.obstacles).toEqual([
      expect.stringContaining('n’est pas déclaré'),
    ])
  })

  it('changes an account, and refuses the change of one that moved meanwhile', async () => {
    const id = randomUUID()
    const compteId = scene.gestionnaire.id
    await agir(scene.demandeur, (c) => demanderModification(c, { ...entete(), id, compteId, ...identite() }))
    await expect(appliquer(id, scene.gestionnaire.version + 1)).rejects.toMatchObject({ code: 'etat_change' })
    expect((await lire(id)).etat).toBe('deposee')
    await appliquer(id, scene.gestionnaire.version)
    expect(await tx.compte.findUnique({ where: { id: compteId } })).toMatchObject({ nom: 'Esposito', etat: 'actif' })
  })

  it('closes an account on the wished day, its techniciens staying with another one', async () => {
    const autre = await second()
    const id = await inactiver(scene.gestionnaire.id, dans(20))
    const page = await demandeDeLaCaisse(scene.decideur, id)
    expect(page?.examen.le).toBe(dans(20))
    expect(page?.examen.effets.join(' ')).toContain(`${autre.prenom} ${autre.nom}`)
    await appliquer(id)
    const compte = await tx.compte.findUniqueOrThrow({ where: { id: scene.gestionnaire.id } })
    expect(compte).toMatchObject({ etat: 'actif', inactivationPrevueLe: new Date(dans(20)) })
  })

  it('closes it at once where the caisse does, or when the day has come', async () => {
    scene = await creerScene({ reglages: { inactivationGestionnaire: 'immediate' } })
    const autre = await second()
    await appliquer(await inactiver(scene.gestionnaire.id, dans(20)))
    expect((await tx.compte.findUniqueOrThrow({ where: { id: scene.gestionnaire.id } })).etat).toBe('inactif')
    const technicien = await tx.compte.findUniqueOrThrow({ where: { id: scene.technicien.id } })
    expect(technicien).toMatchObject({ etat: 'actif', creeParId: autre.id })

    scene = await creerScene()
    await second()
    const debut = new Date(Date.now() - 30 * 86_400_000)
    const id = await inactiver(scene.gestionnaire.id, ajouterJours(dateAParis(debut), 15), debut)
    await appliquer(id)
    expect((await tx.compte.findUniqueOrThrow({ where: { id: scene.gestionnaire.id } })).etat).toBe('inactif')
  })

  it('refuses the last active gestionnaire, a successor asked for or invited being none yet', async () => {
    const creation = await creer()
    const id = await inactiver(scene.gestionnaire.id, dans(20))
    await expect(appliquer(id)).rejects.toMatchObject({
      message: expect.stringContaining('dernier gestionnaire actif'),
    })
    await appliquer(creation)
    await expect(appliquer(id)).rejects.toMatchObject({
      message: expect.stringContaining('dernier gestionnaire actif'),
    })
    const { compteId } = await lire(creation)
    await tx.compte.update({ where: { id: compteId ?? '' }, data: { etat: 'actif', activeLe: new Date() } })
    await appliquer(id)
    expect((await lire(id)).etat).toBe('appliquee')
  })

  it('finds nothing to do on an account closed meanwhile, and says so', async () => {
    await second()
    const id = await inactiver(scene.gestionnaire.id, dans(20))
    await tx.compte.update({ where: { id: scene.gestionnaire.id }, data: { etat: 'inactif', inactiveLe: new Date() } })
    await expect(appliquer(id)).rejects.toMatchObject({ message: expect.stringContaining('déjà inactivé') })
  })

  it('happens once when two référents apply together, or one refuses', async () => {
    const id = await creer()
    const autre = await acteurDe(
      (await fabriqueCompte(atelier, { profil: 'caisse', caisseId: scene.caisse.id, roles: ['referent'] })).id,
    )
    const issues = await Promise.allSettled([
      appliquer(id),
      agir(autre, (c) => appliquerDemande(c, { id })),
      agir(autre, (c) => refuserDemande(c, { id, motifRefus: 'Non.' })),
    ])
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const issue of issues)
      if (issue.status === 'rejected')
        expect(issue.reason).toMatchObject({ code: 'etat_change', message: expect.stringContaining('déjà') })
  })

  it('is not for a caisse whose convention has ended while another one holds the partenaire', async () => {
    const id = await creer()
    const autre = await fabriqueCaisse(atelier)
    await fabriqueConvention(atelier, { partenaireId: scene.partenaire.id, caisses: [{ caisseId: autre.id }] })
    await tx.conventionCaisse.updateMany({
      where: { caisseId: scene.caisse.id },
      data: { etat: 'resiliee', finLe: new Date(dans(-1)) },
    })
    await expect(appliquer(id)).rejects.toMatchObject({ message: expect.stringContaining('convention vivante') })
  })
})

describe('refusing and withdrawing', () => {
  it('gives the reason to the asker, in the portal and by mail', async () => {
    const id = await creer()
    await agir(scene.decideur, (c) =>
      refuserDemande(c, { id, motifRefus: 'La fonction ne relève pas de la convention.' }),
    )
    expect(await demandeDeLaStructure(scene.demandeur, id)).toMatchObject({
      etat: 'refusee',
      motifRefus: expect.stringContaining('La fonction'),
    })
    expect((await courriels('habilitation_refusee'))[0]).toMatchObject({
      destinataire: scene.gestionnaire.courriel,
      donnees: expect.objectContaining({ motif: expect.stringContaining('La fonction') }),
    })
    await expect(agir(scene.demandeur, (c) => retirerDemande(c, { id }))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringMatching(/déjà refusée par .+, /),
    })
  })

  it('goes to the gestionnaires when the account that asked is closed', async () => {
    const id = randomUUID()
    await agir(scene.deposant, (c) => demanderCreation(c, { ...entete(), id, ...identite() }))
    await tx.compte.update({ where: { id: scene.technicien.id }, data: { etat: 'inactif', inactiveLe: new Date() } })
    await appliquer(id)
    const [courriel] = await courriels('habilitation_appliquee')
    expect(courriel).toMatchObject({
      destinataire: scene.gestionnaire.courriel,
      donnees: expect.objectContaining({ lien: `/habilitations/${id}` }),
    })
  })

  it('only its author may withdraw a request, while nobody has treated it', async () => {
    const id = await creer()
    await expect(agir(scene.deposant, (c) => retirerDemande(c, { id }))).rejects.toMatchObject({ code: 'introuvable' })
    await agir(scene.demandeur, (c) => retirerDemande(c, { id }))
    expect((await lire(id)).etat).toBe('retiree')
    await expect(appliquer(id)).rejects.toMatchObject({ message: expect.stringContaining('retirée par le partenaire') })
  })
})

describe('who sees them', () => {
  it('a structure sees its own, with names; another structure of the partenaire sees none, nor can it act', async () => {
    const id = await creer()
    expect((await demandesDeLaStructure(scene.deposant)).demandes).toMatchObject([{ id, sujet: 'Chiara Esposito' }])
    const grand = await fabriquePartenaire(atelier, { structures: [{ nom: 'Nord' }, { nom: 'Sud' }] })
    await fabriqueConvention(atelier, { partenaireId: grand.id, caisses: [{ caisseId: scene.caisse.id }] })
    const [nord, sud] = await Promise.all(
      grand.structures.map(async ({ id: structureId }) =>
        acteurDe((await fabriqueCompte(atelier, { profil: 'gestionnaire', partenaireId: grand.id, structureId })).id),
      ),
    )
    if (!nord || !sud) throw new Error('deux structures')
    const autre = randomUUID()
    await agir(nord, (c) =>
      demanderCreation(c, { ...entete(), id: autre, ...identite({ courriel: `x@${grand.domaines[0]}` }) }),
    )
    expect(await demandeDeLaStructure(sud, autre)).toBeNull()
    const visibles = await avecPerimetre(perimetre(sud), (web) => web.demandeHabilitation.count())
    expect(visibles).toBe(0)
    await expect(agir(sud, (c) => retirerDemande(c, { id: autre }))).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('a caisse sees those addressed to it, nearest due date first, and no other caisse does', async () => {
    const tard = await creer({}, undefined, new Date(Date.now() - 20 * 86_400_000))
    const tot = randomUUID()
    await agir(scene.deposant, (c) =>
      demanderModification(c, {
        ...entete(),
        id: tot,
        compteId: scene.gestionnaire.id,
        ...identite({ courriel: `m@${scene.partenaire.domaines[0]}` }),
      }),
    )
    const { demandes, nombre, enRetard } = await demandesDeLaCaisse(scene.decideur, {
      vue: 'a_traiter',
      apres: undefined,
    })
    expect(demandes.map(({ id }) => id)).toEqual([tard, tot])
    expect({ nombre, enRetard }).toEqual({ nombre: 2, enRetard: 1 })
    const ailleurs = await acteurDe((await fabriquePartenariat(atelier)).referent.id)
    expect(await demandeDeLaCaisse(ailleurs, tard)).toBeNull()
    await expect(agir(ailleurs, (c) => appliquerDemande(c, { id: tard }))).rejects.toMatchObject({
      code: 'introuvable',
    })
    const agent = await acteurDe(scene.agent.id)
    expect(await avecPerimetre(perimetre(agent), (web) => web.demandeHabilitation.count())).toBe(0)
    await appliquer(tard)
    const duPartenaire = await demandesDeLaCaisse(scene.decideur, {
      vue: 'a_traiter',
      apres: undefined,
      partenaire: scene.partenaire.id,
    })
    expect(duPartenaire).toMatchObject({ nombre: 1, partenaire: { nom: scene.partenaire.nom } })
    const dAutre = await demandesDeLaCaisse(scene.decideur, {
      vue: 'a_traiter',
      apres: undefined,
      partenaire: randomUUID(),
    })
    expect(dAutre).toMatchObject({ demandes: [], nombre: 0, partenaire: null })
    const traitees = await demandesDeLaCaisse(scene.decideur, { vue: 'traitees', apres: undefined })
    expect(traitees.demandes).toMatchObject([{ id: tard, etat: 'appliquee' }])
  })
})
