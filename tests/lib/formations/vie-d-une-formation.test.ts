import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { annulerFormation } from '@/lib/formations/annuler-formation'
import { enregistrerFormation } from '@/lib/formations/enregistrer-formation'
import { inscrire, retirerInscription } from '@/lib/formations/inscrire'
import { publierFormation, supprimerFormation } from '@/lib/formations/publier-formation'
import { formationDeLaCaisse } from '@/lib/formations/queries-caisse'
import { formationDuPartenaire, formationsDuPartenaire } from '@/lib/formations/queries-partenaire'
import { formationSchema } from '@/lib/formations/schema'
import { suivreFormations } from '@/lib/formations/suivre-formations'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { resumerCourriels } from '@/lib/notifications/resumer-courriels'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { enParties } from '@/lib/socle/jour'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { apres, creerMonde, MAINTENANT, saisie } from './monde-formations'

const atelier = await atelierDeTest(await baseDeTest(), 'formations', MAINTENANT)
const monde = await creerMonde(atelier)
const { ici, autre, referent, tx, publier, enregistrer, lire, courriels, inviter } = monde
const technicien = await acteurDe(ici.technicien.id, MAINTENANT)
const gestionnaire = await acteurDe(ici.gestionnaire.id, MAINTENANT)
const voisin = await acteurDe(autre.technicien.id, MAINTENANT)

const sInscrire = (
  acteur: typeof technicien,
  id: string,
  plus: { compteId?: string; attente?: 'oui' } = {},
  quand = MAINTENANT,
) => agir(acteur, (contexte) => inscrire(contexte, { id, compteId: acteur.compteId, ...plus }), quand)
const seRetirer = (acteur: typeof technicien, id: string, compteId = acteur.compteId, quand = MAINTENANT) =>
  agir(acteur, (contexte) => retirerInscription(contexte, { id, compteId }), quand)

/** The calendar that goes with a mail. */
async function agendaDe(
  courriel: { modele: string; destinataire: string; compteId: string | null; donnees: unknown } | undefined,
) {
  const rendu = courriel && (await rendreCourriel(courriel))
  if (!rendu?.invitation) throw new Error('Ce courriel n’a pas de calendrier.')
  const calendrier = new ICAL.Component(ICAL.parse(rendu.invitation.content))
  const evenement = calendrier.getFirstSubcomponent('vevent')
  const valeur = (nom: string) => String(evenement?.getFirstPropertyValue(nom))
  return {
    methode: String(calendrier.getFirstPropertyValue('method')),
    uid: valeur('uid'),
    sequence: Number(valeur('sequence')),
    statut: valeur('status'),
    titre: valeur('summary'),
    lieu: valeur('location'),
    texte: rendu.invitation.content,
    courriel: rendu.texte,
    debut: (evenement?.getFirstPropertyValue('dtstart') as ICAL.Time).toString(),
  }
}

beforeAll(() => {
  vi.stubEnv('URL_PUBLIQUE', 'https://portail.example')
  vi.stubEnv('COURRIEL_EXPEDITEUR', 'Espace Partenaires <avis@portail.example>')
})

beforeEach(async () => {
  await tx.courriel.deleteMany()
  await tx.inscriptionFormation.deleteMany()
  await tx.formation.deleteMany()
  await tx.compte.updateMany({ data: { preferences: {} } })
})

describe('what a référent writes', () => {
  it.each([
    ['jour', { jour: enParties('2026-03-01'), inscriptionsJusquau: enParties('2026-03-01') }, /passé/],
    [
      'debut',
      { jour: enParties('2026-03-02'), inscriptionsJusquau: enParties('2026-03-02'), debut: '8 h 30' },
      /passée/,
    ],
    ['jour', { jour: enParties('2029-03-01') }, /année/],
    ['inscriptionsJusquau', { inscriptionsJusquau: enParties('2026-03-01') }, /passé/],
  ])('is refused at %s when its time has passed or is too far', async (champ, plus, mots) => {
    await expect(enregistrer(plus)).rejects.toMatchObject({
      code: 'saisie',
      erreurs: { [champ]: expect.stringMatching(mots) },
    })
  })

  it.each([
    ['fin', { fin: '8 h' }],
    ['lieu', { lieu: '' }],
    ['lien', { mode: 'distance', lien: 'javascript:alert(1)' }],
    ['lien', { mode: 'distance', lien: '' }],
    ['places', { places: '0' }],
    ['places', { places: '301' }],
    ['profils', { profils: [] }],
    ['partenaires', { audience: 'choisis' }],
    ['inscriptionsJusquau', { inscriptionsJusquau: enParties('2026-03-13') }],
    ['jour', { jour: { jour: '31', mois: '2', annee: '2026' } }],
    ['theme', { theme: 'Dossier 1 85 05 78 006 084 91' }],
  ])('is refused at %s in words', (champ, plus) => {
    const lu = formationSchema.safeParse(saisie(plus))
    expect(lu.error?.issues.map(({ path }) => path.join('.'))).toContain(champ)
  })

  it('keeps a session for chosen partenaires, of the caisse only', async () => {
    const ailleurs = await fabriquePartenariat(atelier)
    await expect(enregistrer({ audience: 'choisis', partenaires: [ailleurs.partenaire.id] })).rejects.toMatchObject({
      code: 'saisie',
    })
    const id = await publier({ audience: 'choisis', partenaires: [autre.partenaire.id] })
    expect(await formationDuPartenaire(technicien, id, MAINTENANT)).toBeNull()
    expect(await formationDuPartenaire(voisin, id, MAINTENANT)).not.toBeNull()
    await expect(sInscrire(technicien, id)).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('is a draft that nobody else sees, and that goes without a trace', async () => {
    const id = await enregistrer()
    expect(await formationDuPartenaire(gestionnaire, id, MAINTENANT)).toBeNull()
    await expect(sInscrire(technicien, id)).rejects.toMatchObject({ code: 'introuvable' })
    await agir(referent, (contexte) => supprimerFormation(contexte, { id }))
    expect(await tx.formation.count()).toBe(0)
  })

  it('is neither published twice, nor once its day has passed, nor deleted once published', async () => {
    const id = await enregistrer()
    const ouvrir = (quand: Date) => agir(referent, (contexte) => publierFormation(contexte, { id }), quand)
    await expect(ouvrir(apres(9))).rejects.toMatchObject({ message: expect.stringContaining('dernier jour') })
    await expect(ouvrir(apres(20))).rejects.toMatchObject({ message: expect.stringContaining('jour de cette session') })
    await ouvrir(MAINTENANT)
    await expect(ouvrir(MAINTENANT)).rejects.toMatchObject({ code: 'etat_change' })
    await expect(agir(referent, (contexte) => supprimerFormation(contexte, { id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
  })

  it('belongs to its caisse', async () => {
    const id = await publier()
    const ailleurs = await fabriquePartenariat(atelier)
    const etranger = await acteurDe(ailleurs.referent.id, MAINTENANT)
    expect(await formationDeLaCaisse(etranger, id, MAINTENANT)).toBeNull()
    await expect(agir(etranger, (contexte) => annulerFormation(contexte, { id, motif: 'Non' }))).rejects.toMatchObject({
      code: 'introuvable',
    })
    await expect(
      agir(
        etranger,
        (contexte) => enregistrerFormation(contexte, formationSchema.parse(saisie({ id, version: 2 }))),
        MAINTENANT,
      ),
    ).rejects.toMatchObject({ code: 'introuvable' })
  })
})

describe('invitations', () => {
  it('follow what each has chosen: at once, with the digest, or never; once, however often the job runs', async () => {
    const jour = { preferences: { frequenceCourriels: 'jour' } }
    await tx.compte.update({ where: { id: ici.technicien.id }, data: jour })
    await tx.compte.update({
      where: { id: autre.technicien.id },
      data: { preferences: { frequenceCourriels: 'aucun' } },
    })
    const id = await publier()
    expect(await inviter(id)).toBe(4)
    expect(await inviter(id)).toBe(0)
    const etats = Object.fromEntries(
      (await courriels('formation_ouverte')).map(({ compteId, etat }) => [compteId, etat]),
    )
    expect(etats).toEqual({
      [ici.technicien.id]: 'a_grouper',
      [ici.gestionnaire.id]: 'a_envoyer',
      [autre.technicien.id]: 'non_envoye',
      [autre.gestionnaire.id]: 'a_envoyer',
    })
    await tx.courriel.updateMany({ data: { creeLe: MAINTENANT } })
    expect(await resumerCourriels(apres(2))).toBe(1)
    const [resume] = await courriels('resume')
    const rendu = resume && (await rendreCourriel(resume))
    expect(rendu?.objet).toContain('du nouveau dans le portail')
    expect(rendu?.texte).toContain('Déposer une demande de C2S')
    expect(rendu?.texte).toContain('une session vous est ouverte')
  })

  it('go to those the session is for only', async () => {
    const id = await publier({ profils: ['gestionnaire'], audience: 'choisis', partenaires: [ici.partenaire.id] })
    expect(await inviter(id)).toBe(1)
    expect((await courriels('formation_ouverte')).map(({ compteId }) => compteId)).toEqual([ici.gestionnaire.id])
    expect(await formationDuPartenaire(technicien, id, MAINTENANT)).toBeNull()
  })

  it('go to nobody once the session is cancelled, nor to a partenaire that is suspended', async () => {
    const id = await publier()
    const suspension = await tx.suspension.create({
      data: { caisseId: ici.caisse.id, partenaireId: autre.partenaire.id, motif: 'Essai', debutLe: apres(-1) },
    })
    expect(await inviter(id)).toBe(2)
    await tx.suspension.delete({ where: { id: suspension.id } })
    const annulee = await publier()
    await agir(referent, (contexte) => annulerFormation(contexte, { id: annulee, motif: 'Salle prise' }), MAINTENANT)
    expect(await inviter(annulee)).toBe(0)
  })
})

describe('registration', () => {
  it('writes to the person, with what its calendar needs and nothing about it', async () => {
    const id = await publier()
    await sInscrire(technicien, id)
    expect(await lire(id)).toMatchObject({ inscrits: 1, attente: 0 })
    const agenda = await agendaDe((await courriels('formation_inscrite', ici.technicien.id))[0])
    expect(agenda).toMatchObject({
      methode: 'REQUEST',
      statut: 'CONFIRMED',
      titre: 'Formation\u00A0: Déposer une demande de C2S',
      lieu: 'Siège de la caisse, salle 2',
      debut: '2026-03-12T09:00:00',
    })
    expect(agenda.uid).toContain(id)
    for (const autreNom of [ici.gestionnaire.nom, autre.technicien.nom, ici.technicien.nom])
      expect(agenda.courriel).not.toContain(autreNom)
  })

  it('shows the address to connect to to those registered, and to nobody else', async () => {
    const lien = 'https://visio.example/salle-42'
    const id = await publier({ mode: 'distance', lien, lieu: '' })
    expect((await formationDuPartenaire(technicien, id, MAINTENANT))?.lien).toBeNull()
    await sInscrire(technicien, id)
    expect((await formationDuPartenaire(technicien, id, MAINTENANT))?.lien).toBe(lien)
    // A gestionnaire sees the registration of its technicien, and not what is for that one alone.
    const vue = await formationDuPartenaire(gestionnaire, id, MAINTENANT)
    expect(vue?.collegues).toHaveLength(1)
    expect(vue?.lien).toBeNull()
    const agenda = await agendaDe((await courriels('formation_inscrite'))[0])
    expect(agenda.texte + agenda.courriel).not.toContain('visio')
    await seRetirer(technicien, id)
    expect((await formationDuPartenaire(technicien, id, MAINTENANT))?.lien).toBeNull()
  })

  it('is refused twice, after the last day, once begun, past or cancelled, each in its words', async () => {
    const id = await publier()
    await sInscrire(technicien, id)
    await expect(sInscrire(technicien, id)).rejects.toMatchObject({
      code: 'doublon',
      message: 'Vous avez déjà une place à cette session.',
    })
    const cas: [number, RegExp][] = [
      [9, /dernier jour/],
      [10.02, /commencé/],
      [11, /passée/],
    ]
    for (const [jours, mots] of cas)
      await expect(sInscrire(voisin, id, {}, apres(jours))).rejects.toMatchObject({
        code: 'etat_change',
        message: expect.stringMatching(mots),
      })
    await agir(referent, (contexte) => annulerFormation(contexte, { id, motif: 'Salle prise' }), MAINTENANT)
    await expect(sInscrire(voisin, id)).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('annulée'),
    })
    await expect(seRetirer(technicien, id)).rejects.toMatchObject({ message: expect.stringContaining('annulée') })
  })

  it('puts nobody in a waiting list without knowing, and gives the seat to the first who waits', async () => {
    const id = await publier({ places: '1' })
    await sInscrire(technicien, id)
    await expect(sInscrire(voisin, id)).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('liste d’attente'),
    })
    await sInscrire(voisin, id, { attente: 'oui' })
    await sInscrire(gestionnaire, id, { attente: 'oui' }, apres(0.01))
    expect(await lire(id)).toMatchObject({ inscrits: 1, attente: 2 })
    await seRetirer(technicien, id)
    expect(await lire(id)).toMatchObject({ inscrits: 1, attente: 1 })
    const [promu] = await courriels('formation_place')
    expect(promu?.compteId).toBe(autre.technicien.id)
    expect((await agendaDe(promu)).methode).toBe('REQUEST')
    expect((await agendaDe((await courriels('formation_retiree'))[0])).methode).toBe('CANCEL')
    // Back in the list, behind those who wait; its calendar is told in order.
    await sInscrire(technicien, id, { attente: 'oui' }, apres(0.02))
    expect(await lire(id)).toMatchObject({ inscrits: 1, attente: 2 })
    await seRetirer(voisin, id, undefined, apres(0.03))
    await seRetirer(gestionnaire, id, undefined, apres(0.04))
    const moi = await courriels('formation_place', ici.technicien.id)
    const [premiere] = await courriels('formation_inscrite', ici.technicien.id)
    expect((await agendaDe(moi[0])).sequence).toBeGreaterThan((await agendaDe(premiere)).sequence)
    expect((await agendaDe(moi[0])).uid).toBe((await agendaDe(premiere)).uid)
  })

  it('is done by a gestionnaire for its structure, and for nobody else', async () => {
    const id = await publier()
    await sInscrire(gestionnaire, id, { compteId: ici.technicien.id })
    expect(await tx.inscriptionFormation.findFirst()).toMatchObject({
      compteId: ici.technicien.id,
      inscriteParId: ici.gestionnaire.id,
    })
    for (const acteur of [gestionnaire, technicien])
      await expect(sInscrire(acteur, id, { compteId: autre.technicien.id })).rejects.toMatchObject({
        code: 'introuvable',
      })
    await expect(sInscrire(technicien, id, { compteId: ici.gestionnaire.id })).rejects.toMatchObject({
      code: 'introuvable',
    })
    await expect(seRetirer(voisin, id, ici.technicien.id)).rejects.toMatchObject({ code: 'introuvable' })
    const collegue = await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: ici.partenaire.id,
      structureId: ici.structure.id,
    })
    const pair = await acteurDe(collegue.id, MAINTENANT)
    await expect(seRetirer(pair, id, ici.technicien.id)).rejects.toMatchObject({ code: 'introuvable' })
    expect((await formationDuPartenaire(pair, id, MAINTENANT))?.collegues).toEqual([])
    await seRetirer(gestionnaire, id, ici.technicien.id)
    expect(await lire(id)).toMatchObject({ inscrits: 0 })
  })

  it('is closed with the access to the caisse, even to who was registered before', async () => {
    const id = await publier()
    await sInscrire(technicien, id)
    await seRetirer(technicien, id)
    const suspension = await tx.suspension.create({
      data: { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id, motif: 'Essai', debutLe: apres(-1) },
    })
    const suspendu = await acteurDe(ici.technicien.id, MAINTENANT)
    await expect(sInscrire(suspendu, id)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(
      avecPerimetre(perimetre(suspendu), (web) => web.inscriptionFormation.updateMany({ data: { etat: 'inscrite' } })),
    ).rejects.toThrow(/inscription_refusee/)
    await tx.suspension.delete({ where: { id: suspension.id } })
  })

  it('stays within the structure of a gestionnaire', async () => {
    const id = await publier()
    const ailleurs = await tx.structure.create({
      data: { partenaireId: ici.partenaire.id, nom: 'Maison du sud', nombreMembres: 5 },
    })
    const loin = await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: ici.partenaire.id,
      structureId: ailleurs.id,
    })
    await expect(sInscrire(gestionnaire, id, { compteId: loin.id })).rejects.toMatchObject({ code: 'introuvable' })
    expect((await formationDuPartenaire(technicien, id, MAINTENANT))?.aInscrire).toEqual([])
    const noms = (await formationDuPartenaire(gestionnaire, id, MAINTENANT))?.aInscrire.map((compte) => compte.id)
    expect(noms).toContain(ici.technicien.id)
    expect(noms).not.toContain(loin.id)
    await tx.compte.update({ where: { id: loin.id }, data: { etat: 'inactif' } })
  })

  it('is for the profiles of the session', async () => {
    const id = await publier({ profils: ['technicien'] })
    await expect(sInscrire(gestionnaire, id)).rejects.toMatchObject({ code: 'saisie' })
    expect(
      (await formationDuPartenaire(gestionnaire, id, MAINTENANT))?.aInscrire.map(({ id: compte }) => compte),
    ).toContain(ici.technicien.id)
  })

  it.each([12, 50])('gives the last seat once to %i who ask at the same moment', async (nombre) => {
    const id = await publier({ places: '3' })
    const acteurs = []
    for (let rang = 0; rang < nombre + 2; rang += 1) {
      const deLa =
        rang % 2
          ? { partenaireId: ici.partenaire.id, structureId: ici.structure.id }
          : { partenaireId: autre.partenaire.id, structureId: autre.partenaire.structure.id }
      acteurs.push(await acteurDe((await fabriqueCompte(atelier, { profil: 'technicien', ...deLa })).id, MAINTENANT))
    }
    const [premier, second, ...autres] = acteurs
    for (const acteur of [premier, second]) if (acteur) await sInscrire(acteur, id)
    const issues = await Promise.allSettled(autres.map((acteur) => sInscrire(acteur, id)))
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const issue of issues)
      if (issue.status === 'rejected') expect(issue.reason).toMatchObject({ code: 'etat_change' })
    expect(await lire(id)).toMatchObject({ inscrits: 3, attente: 0 })
    expect(await tx.inscriptionFormation.count({ where: { formationId: id, etat: 'inscrite' } })).toBe(3)
  })

  it('keeps seats and waiting list right when many withdraw and wait at the same moment', async () => {
    const id = await publier({ places: '4' })
    const acteurs = []
    for (let rang = 0; rang < 16; rang += 1)
      acteurs.push(
        await acteurDe(
          (
            await fabriqueCompte(atelier, {
              profil: 'technicien',
              partenaireId: ici.partenaire.id,
              structureId: ici.structure.id,
            })
          ).id,
          MAINTENANT,
        ),
      )
    for (const acteur of acteurs.slice(0, 8)) await sInscrire(acteur, id, { attente: 'oui' })
    await Promise.allSettled([
      ...acteurs.slice(0, 4).map((acteur) => seRetirer(acteur, id)),
      ...acteurs.slice(8).map((acteur) => sInscrire(acteur, id, { attente: 'oui' })),
    ])
    expect(await lire(id)).toMatchObject({ inscrits: 4, attente: 8 })
    const parEtat = await tx.inscriptionFormation.groupBy({ by: ['etat'], where: { formationId: id }, _count: true })
    expect(Object.fromEntries(parEtat.map(({ etat, _count }) => [etat, _count]))).toEqual({
      inscrite: 4,
      attente: 8,
      retiree: 4,
    })
  })
})

describe('what changes after', () => {
  const modifier = (id: string, plus: Record<string, unknown>, version: number) =>
    agir(
      referent,
      (contexte) => enregistrerFormation(contexte, formationSchema.parse(saisie({ id, version, ...plus }))),
      apres(1),
    )

  it('tells calendars when the session moves, and nobody when only its words do', async () => {
    const id = await publier({ places: '1' })
    await sInscrire(technicien, id)
    await sInscrire(voisin, id, { attente: 'oui' })
    const { version } = await lire(id)
    await modifier(id, { places: '1', description: 'Autres mots.' }, version)
    expect(await courriels('formation_deplacee')).toHaveLength(0)
    await expect(modifier(id, { places: '1' }, version)).rejects.toMatchObject({ code: 'etat_change' })
    await modifier(id, { places: '1', debut: '14 h', fin: '16 h' }, version + 1)
    const deplacee = await agendaDe((await courriels('formation_deplacee', ici.technicien.id))[0])
    const premiere = await agendaDe((await courriels('formation_inscrite', ici.technicien.id))[0])
    expect(deplacee).toMatchObject({ methode: 'REQUEST', uid: premiere.uid, debut: '2026-03-12T14:00:00' })
    expect(deplacee.sequence).toBeGreaterThan(premiere.sequence)
    const [attend] = await courriels('formation_deplacee', autre.technicien.id)
    expect(attend && (await rendreCourriel(attend))?.invitation).toBeUndefined()
  })

  it('keeps at least the seats taken, and gives those added to who waits', async () => {
    const id = await publier({ places: '1' })
    await sInscrire(technicien, id)
    await sInscrire(voisin, id, { attente: 'oui' })
    await modifier(id, { places: '2' }, (await lire(id)).version)
    expect(await lire(id)).toMatchObject({ inscrits: 2, attente: 0 })
    await expect(modifier(id, { places: '1' }, (await lire(id)).version)).rejects.toMatchObject({
      code: 'saisie',
      erreurs: { places: expect.stringContaining('2') },
    })
  })

  it('takes a cancelled session out of every calendar, and shows why in the portal only', async () => {
    const id = await publier({ places: '1' })
    await sInscrire(technicien, id)
    await sInscrire(voisin, id, { attente: 'oui' })
    await agir(referent, (contexte) => annulerFormation(contexte, { id, motif: 'Formatrice souffrante' }), apres(1))
    const annulee = await agendaDe((await courriels('formation_annulee', ici.technicien.id))[0])
    expect(annulee).toMatchObject({ methode: 'CANCEL', statut: 'CANCELLED' })
    expect(annulee.courriel).not.toContain('souffrante')
    expect(await courriels('formation_annulee')).toHaveLength(2)
    expect((await formationDuPartenaire(technicien, id, apres(1)))?.motifAnnulation).toBe('Formatrice souffrante')
    const { aVenir } = await formationsDuPartenaire(technicien, apres(1))
    expect(aVenir.map(({ id: lu, etat }) => [lu, etat])).toEqual([[id, 'annulee']])
    // Seats are those of the session, and not of one's team.
    expect(aVenir[0]).toMatchObject({ inscrits: 1, attente: 1, siens: 1 })
    await expect(
      agir(referent, (contexte) => annulerFormation(contexte, { id, motif: 'Encore' }), apres(1)),
    ).rejects.toMatchObject({ code: 'etat_change' })
    await expect(modifier(id, {}, (await lire(id)).version)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('reminds once, two working days before', async () => {
    const id = await publier()
    await sInscrire(technicien, id)
    expect(await suivreFormations(apres(7))).toBe(0)
    expect(await suivreFormations(apres(8))).toBe(1)
    expect(await suivreFormations(apres(9))).toBe(0)
    const rappels = await courriels('formation_rappel')
    expect(rappels.map(({ compteId }) => compteId)).toEqual([ici.technicien.id])
  })

  it('gives the seat of an account that was closed to who waits', async () => {
    const id = await publier({ places: '1' })
    const parti = await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: ici.partenaire.id,
      structureId: ici.structure.id,
    })
    await sInscrire(await acteurDe(parti.id, MAINTENANT), id)
    await sInscrire(voisin, id, { attente: 'oui' })
    await tx.compte.update({ where: { id: parti.id }, data: { etat: 'inactif' } })
    await suivreFormations(apres(1))
    expect(await lire(id)).toMatchObject({ inscrits: 1, attente: 0 })
    expect((await courriels('formation_place')).map(({ compteId }) => compteId)).toEqual([autre.technicien.id])
  })
})

describe('the database itself', () => {
  it('refuses what the pages never ask for', async () => {
    const id = await publier({ places: '1' })
    await sInscrire(technicien, id)
    const [inscription] = await tx.inscriptionFormation.findMany()
    const ecrire = (acteur: typeof technicien, data: Record<string, unknown>) =>
      avecPerimetre(perimetre(acteur), (web) =>
        web.inscriptionFormation.updateMany({ where: { id: inscription?.id }, data }),
      )
    await expect(ecrire(technicien, { presente: true, cle: inscription?.id })).rejects.toThrow(/caisse seule/)
    expect(await ecrire(voisin, { etat: 'retiree' })).toEqual({ count: 0 })
    const ajouter = (acteur: typeof technicien, plus: Record<string, unknown>) =>
      avecPerimetre(perimetre(acteur), (web) =>
        web.inscriptionFormation.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              formationId: id,
              caisseId: ici.caisse.id,
              compteId: acteur.compteId,
              partenaireId: acteur.partenaire?.id ?? '',
              structureId: acteur.structure?.id ?? '',
              etat: 'inscrite',
              inscriteLe: MAINTENANT,
              inscriteParId: acteur.compteId,
              ...plus,
            },
          ],
        }),
      )
    // One seat too many, somebody else’s account, a session that is not open.
    await expect(ajouter(voisin, {})).rejects.toThrow()
    await expect(ajouter(voisin, { compteId: ici.gestionnaire.id })).rejects.toThrow()
    await expect(ajouter(gestionnaire, { compteId: autre.technicien.id })).rejects.toThrow()
    await expect(ajouter(voisin, { formationId: await enregistrer() })).rejects.toThrow()
    await expect(
      ajouter(referent, {
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
        compteId: ici.gestionnaire.id,
      }),
    ).rejects.toThrow()
    const modifier = (acteur: typeof technicien) =>
      avecPerimetre(perimetre(acteur), (web) => web.formation.updateMany({ where: { id }, data: { places: 50 } }))
    expect(await modifier(gestionnaire)).toEqual({ count: 0 })
    expect(await modifier(await acteurDe(ici.agent.id, MAINTENANT))).toEqual({ count: 0 })
    expect(await lire(id)).toMatchObject({ places: 1, inscrits: 1 })
  })
})
