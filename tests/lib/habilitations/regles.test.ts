import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formeCourte, identifiantVoulu, prefixeDe } from '@/lib/habilitations/identifiant'
import { invitationDe } from '@/lib/habilitations/invitation'
import { derniereConnexion } from '@/lib/habilitations/libelles'
import { messageriesGrandPublic } from '@/lib/habilitations/messageries'
import {
  attestationARenouveler,
  compterPlaces,
  effacementLe,
  quotaGestionnaires,
  quotaTechniciens,
  verifierCourriel,
} from '@/lib/habilitations/regles'

describe('quotas', () => {
  it.each([
    [1, 2, 5],
    [10, 2, 5],
    [11, 3, 15],
    [25, 3, 15],
    [26, 5, 25],
    [4_000, 5, 25],
  ])('%d members: %d gestionnaires, %d techniciens', (membres, gestionnaires, techniciens) => {
    expect([quotaGestionnaires(membres), quotaTechniciens(membres)]).toEqual([gestionnaires, techniciens])
  })

  it('never shrink when members come, and never take a seat away from who has one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (membres, deplus) => {
        for (const quota of [quotaGestionnaires, quotaTechniciens])
          expect(quota(membres + deplus)).toBeGreaterThanOrEqual(quota(membres))
      }),
    )
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: 60 })), fc.integer({ min: 0, max: 60 }), (quota, occupees) => {
        const places = compterPlaces(quota, occupees)
        expect(places.occupees).toBe(occupees)
        if (quota === null) expect(places).toMatchObject({ libres: null, depassement: 0 })
        else {
          expect((places.libres ?? 0) - places.depassement).toBe(quota - occupees)
          expect(Math.min(places.libres ?? 0, places.depassement)).toBe(0)
        }
      }),
    )
  })
})

describe('a professional address', () => {
  const domaines = ['ccas-vaucreux.example', 'vaucreux.example']

  it.each([
    'm.legall@ccas-vaucreux.example',
    'M.LeGall@CCAS-Vaucreux.EXAMPLE',
    'm.legall@social.vaucreux.example',
    ' m.legall@vaucreux.example ',
  ])('%s is accepted', (courriel) => {
    expect(verifierCourriel(courriel, domaines)).toBeNull()
  })

  it.each([
    ['m.legall@autre.example', /« autre\.example » n’est pas déclaré.*ccas-vaucreux\.example ou vaucreux\.example/],
    ['m.legall@pasvaucreux.example', /n’est pas déclaré/],
    ['m.legall@vaucreux.example.pirate.example', /n’est pas déclaré/],
    ['m.legall@gmail.com', /« gmail\.com » est une messagerie grand public/],
    ['m.legall@Wanadoo.fr', /grand public/],
    ['m.legall@perso.free.fr', /« free\.fr » est une messagerie grand public/],
    ['sans-arobase', /pas complète/],
  ])('%s is refused', (courriel, mots) => {
    expect(verifierCourriel(courriel, domaines)?.replaceAll('\u00a0', ' ')).toMatch(mots)
  })

  it('is never a consumer mailbox, even declared by the partenaire', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messageriesGrandPublic), fc.constantFrom('', 'pro.', 'a.b.'), (domaine, sous) => {
        expect(verifierCourriel(`x@${sous}${domaine}`, [domaine, `${sous}${domaine}`])).toMatch(/grand public/)
      }),
    )
  })

  it('has no answer but the caisse where no domain is declared', () => {
    expect(verifierCourriel('a@b.example', [])).toMatch(/La caisse l’ajoute/)
  })

  it('is compared with lists kept in lower case', () => {
    for (const domaine of messageriesGrandPublic) expect(domaine).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  })
})

describe('dates of an account', () => {
  it('is deleted six months after its inactivation, at the end of a shorter month', () => {
    expect(effacementLe('2026-02-04')).toBe('2026-08-04')
    expect(effacementLe('2026-08-31')).toBe('2027-02-28')
  })

  it('has an attestation to renew from its anniversary on, or when it has none', () => {
    expect(attestationARenouveler('2025-03-12', '2026-03-11')).toBe(false)
    expect(attestationARenouveler('2025-03-12', '2026-03-12')).toBe(true)
    expect(attestationARenouveler('2024-02-29', '2025-02-28')).toBe(true)
    expect(attestationARenouveler(null, '2026-03-11')).toBe(true)
  })

  const maintenant = new Date('2026-03-12T15:00:00+01:00')
  it.each([
    [null, 'jamais'],
    ['2026-03-12T08:10:00+01:00', 'ce matin'],
    ['2026-03-12T14:10:00+01:00', 'aujourd’hui'],
    ['2026-03-11T23:59:00+01:00', 'hier'],
    ['2026-02-04T10:00:00+01:00', 'le 4 février'],
    ['2025-10-01T10:00:00+02:00', 'il y a 5 mois'],
    ['2023-10-01T10:00:00+02:00', 'il y a 2 ans'],
  ])('%s is told as «%s»', (instant, mots) => {
    expect(derniereConnexion(instant ? new Date(instant) : null, maintenant).replaceAll('\u00a0', ' ')).toBe(mots)
  })
})

describe('an identifiant', () => {
  it('is made of a town and of a name, in plain letters', () => {
    const identifiant = (ville: string, prenom: string, nom: string) =>
      identifiantVoulu({ prefixe: prefixeDe(ville), prenom, nom })
    expect(identifiant('Vaucreux', 'Maëlle', 'Le Gall-Fournier')).toBe('vaucreux-mlegall')
    expect(identifiant('Saint-Étienne-du-Rouvray', 'Ørjan', 'Çelik')).toBe('saint-etienne-du-ocelik')
    expect(identifiant('Œuilly', 'Łukasz', 'd’Arc')).toBe('oeuilly-ldarc')
    expect(identifiant('Llanfairpwllgwyngyllgogerychwyrndrobwll', 'A', 'B')).toBe('llanfairpwllgwyngy-ab')
    expect(identifiant('', '文', '王')).toBe('partenaire-compte')
  })

  it('is typed by hand: never a sign that a keyboard hides', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (ville, nom, prenom) => {
          expect(identifiantVoulu({ prefixe: prefixeDe(ville), prenom, nom })).toMatch(/^[a-z0-9][a-z0-9-]{0,60}$/)
        },
      ),
    )
    expect(formeCourte('Ana', 'de la Tour')).toBe('adelatour')
  })
})

describe('an invitation', () => {
  const maintenant = new Date('2026-03-12T09:00:00Z')
  const courriel = (valeurs: object) => ({
    etat: 'envoye',
    erreur: null,
    creeLe: new Date('2026-03-12T07:00:00Z'),
    envoyeLe: new Date('2026-03-12T07:00:00Z'),
    destinataire: 'a@b.example',
    ...valeurs,
  })
  it.each([
    [{}, 'envoyee', undefined],
    [{ envoyeLe: new Date('2026-03-11T08:59:00Z') }, 'expiree', undefined],
    [{ etat: 'a_envoyer', envoyeLe: null }, 'en_route', undefined],
    [{ etat: 'a_envoyer', envoyeLe: null, erreur: 'ECONNREFUSED' }, 'en_route', /nouvel essai/],
    [{ etat: 'echec', envoyeLe: null, erreur: '550 5.1.1 no such user' }, 'refusee', /n’existe pas, ou refuse/],
    [{ etat: 'echec', envoyeLe: null, erreur: '552 5.2.2 mailbox full' }, 'refusee', /pleine/],
    [{ etat: 'echec', envoyeLe: null, erreur: '550 5.7.1 blocked by policy' }, 'refusee', /refuse les courriels/],
    [{ etat: 'echec', envoyeLe: null, erreur: 'getaddrinfo ENOTFOUND' }, 'refusee', /domaine/],
    [{ etat: 'echec', envoyeLe: null, erreur: 'timeout' }, 'refusee', /plusieurs essais/],
  ])('%o is %s', (valeurs, etat, cause) => {
    const lue = invitationDe(courriel(valeurs), maintenant)
    expect(lue.etat).toBe(etat)
    if (cause) expect(lue.cause).toMatch(cause)
    else expect(lue.cause).toBeUndefined()
  })
})
