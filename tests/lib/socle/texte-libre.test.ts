import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleNir, structureNir } from '@/lib/socle/nir'
import { messageNir, retirerNir, signalerSante, trouverNir } from '@/lib/socle/texte-libre'
import { cle, nirCompact, phraseAvecNir } from '@/tests/factories/nir'
import { phraseSansNir } from '@/tests/factories/ressemblances-nir'

const extraits = (texte: string) => trouverNir(texte).map((nir) => nir.extrait)
const message = (texte: string) =>
  messageNir(trouverNir(texte)[0] ?? { debut: 0, fin: 0, extrait: '', motsAvant: '' }, texte)

describe('a NIR', () => {
  it('has the key of the official rule, Corsica included', () => {
    fc.assert(
      fc.property(nirCompact, (treize) => {
        expect(structureNir(treize.toUpperCase())).toBe(true)
        expect(cleNir(treize.toUpperCase())).toBe(Number(cle(treize)))
      }),
      { numRuns: 2000 },
    )
  })

  it('is found in each of 10,000 sentences, whatever its spacing, with and without key', () => {
    fc.assert(
      fc.property(phraseAvecNir, ({ avant, nir, apres }) => {
        const trouves = trouverNir(avant + nir + apres)
        expect(trouves).toHaveLength(1)
        expect(trouves[0]?.debut).toBeLessThanOrEqual(avant.length)
        expect(trouves[0]?.fin).toBeGreaterThanOrEqual(avant.length + nir.length)
      }),
      { numRuns: 10_000 },
    )
  })

  it.each([
    ['2 87 07 75 123 456', 'the card'],
    ['2870775123456', 'one block'],
    ['2.87.07.2a.123.456/20', 'Corsica, in lower case'],
    ['2 8 7 0 7 2 A 1 2 3 4 5 6', 'digit by digit'],
    ['2 87 07 974 11 123', 'overseas'],
    ['2 87 07 99 999 999 00', 'a wrong key, in the groups of the card'],
    ['2 87 07 75\n123 456', 'on two lines'],
    ['1 85 22 99 351 006', 'a month that is not known'],
    ['7 85 02 76 540 006', 'a provisional number'],
  ])('is found as %s: %s', (ecrit) => {
    expect(extraits(`Son numéro est ${ecrit}.`)).toEqual([ecrit])
  })

  it('is found among other numbers, in a file name, and with its key apart', () => {
    expect(extraits('née le 14/07/1987 2 87 07 75 123 456 06 12 34 56 78')).toEqual(['2 87 07 75 123 456'])
    expect(extraits('FR76 3000 6000 0112 3456 7890 189\n2870775123456')).toEqual(['2870775123456'])
    expect(extraits('vitale_2870775123456.pdf')).toEqual(['2870775123456'])
    expect(extraits('2870775123456, clé 35')).toEqual(['2870775123456, clé 35'])
    expect(extraits('2 87 07 75 123 456 et 1 85 05 78 006 084')).toHaveLength(2)
    expect(extraits('Numéro de sécu 287077512345600')).toEqual(['287077512345600'])
  })

  it('leaves a text of bare numbers in bounded time', () => {
    const debut = performance.now()
    for (const texte of [
      '1 '.repeat(5000),
      '2'.repeat(10_000),
      '06 12 34 56 78 '.repeat(600),
      '2 87 07 75 123 456 '.repeat(500),
    ]) {
      trouverNir(texte)
    }
    // About 10 ms each on two cores: typing is not slowed down.
    expect(performance.now() - debut).toBeLessThan(2000)
  })
})

describe('a look-alike', () => {
  it('raises no alarm, in 10,000 sentences', () => {
    fc.assert(
      fc.property(phraseSansNir, (phrase) => {
        expect(extraits(phrase)).toEqual([])
      }),
      { numRuns: 10_000 },
    )
  })

  it.each([
    '+33 1 42 12 75 01 06 12 34 56 78',
    '0033612345678',
    '+225 07 12 34 56 78',
    '123 456 789 00012',
    '10278 06001 00020304050 60',
    '1/3/2026 12/3/2026',
    '26-004817 12/3/26',
    '13012 06 12 34 56 78',
    '2026-03-12-00481',
    'EAN 3017620422003',
    '3400930021545',
    'DOS2870775123456',
    '1250\t1320\t12500',
    '287077512345600',
    '2 87 13 75 123 456',
    '2 87 07 75 123 000',
    '12345678901234567890',
  ])('passes: %s', (ecrit) => {
    expect(extraits(ecrit)).toEqual([])
  })
})

describe('the message', () => {
  it('says where the number stands, by the words before it', () => {
    const texte = 'Madame est sans droits.\nElle m’a donné son numéro : 2 87 07 99 999 999 00\nDeux courriers.'
    expect(message(texte)).toBe(
      'Un numéro de sécurité sociale est écrit après «\u00A0Elle m’a donné son numéro\u00A0». Retirez-le\u00A0: le nom et la date de naissance suffisent à la caisse.',
    )
  })

  it('has other words at the start, and alone', () => {
    expect(message('2870775123456 est son numéro')).toContain('est écrit au début du texte. Retirez-le')
    expect(message(' 2870775123456 ')).toContain('est écrit ici. Retirez-le')
  })

  it('never quotes a NIR', () => {
    const phrase = 'Monsieur 1 85 05 78 006 084 et Madame 2 87 07 75 123 456'
    expect(trouverNir(phrase).map((nir) => nir.motsAvant)).toEqual(['Monsieur', 'et Madame'])
  })
})

describe('removing', () => {
  it('leaves a clean sentence', () => {
    expect(retirerNir('Elle m’a donné son numéro : 2 87 07 75 123 456\nDeux courriers.')).toBe(
      'Elle m’a donné son numéro\nDeux courriers.',
    )
    expect(retirerNir('Madame (2870775123456) est venue')).toBe('Madame () est venue')
    expect(retirerNir('Le 2 87 07 75 123 456 est à elle.')).toBe('Le est à elle.')
    expect(retirerNir('Rien à retirer')).toBe('Rien à retirer')
  })

  it('leaves no NIR, and takes nothing else than spaces and an announcing sign', () => {
    fc.assert(
      fc.property(phraseAvecNir, ({ avant, nir, apres }) => {
        const reste = retirerNir(avant + nir + apres)
        expect(extraits(reste)).toEqual([])
        if (!/\d/.test(apres)) expect(reste.replace(/[\s:=]/g, '')).toBe((avant + apres).replace(/[\s:=]/g, ''))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('health data', () => {
  it.each([
    ['Madame a un cancer du sein', ['cancer']],
    ['Dépression sévère depuis mars', ['Dépression']],
    ['Il est DIABÉTIQUE, sous insuline', ['DIABÉTIQUE', 'insuline']],
    ['hospitalisée pour une opération', ['hospitalisée pour']],
    ['En ALD pour une sclérose en plaques', ['ALD pour', 'sclérose en plaques']],
    ['Séropositif (VIH)', ['Séropositif', 'VIH']],
    ['Elle est enceinte, en fin de grossesse', ['enceinte', 'grossesse']],
    ['handicap psychique reconnu', ['handicap psychique']],
    ['opéré de l’épaule, il souffre d’une hernie discale', ['opéré de l', 'souffre d’une', 'hernie discale']],
    ['Code F32.1 au certificat', ['F32.1']],
    ['CIM-10 : E11', ['E11']],
    ['prend de l’oméprazole et 2 comprimés par jour', ['oméprazole', '2 comprimés par']],
    ['atteinte d’une maladie rare', ['atteinte d’une', 'maladie rare']],
  ] as const)('is reported: %s', (texte, mots) => {
    expect(signalerSante(texte).mots).toEqual(mots)
  })

  it('is reported once per word', () => {
    expect(signalerSante('Cancer. Son cancer, un CANCER.').mots).toEqual(['Cancer'])
  })

  it.each([
    'Arrêt de travail et indemnités journalières non versées depuis deux mois.',
    'Étude de complémentaire santé solidaire, carte Vitale perdue, médecin traitant à déclarer.',
    'Pension d’invalidité de catégorie 2, rente AT/MP, accident du travail, maladie professionnelle.',
    'Rendez-vous à l’Assurance Maladie pour un renoncement aux soins : Mission accompagnement santé.',
    'Bulletin d’hospitalisation et certificat médical joints, prescription du médecin.',
    'Exonération ALD à renouveler, protocole de soins, arrêt maladie, congé maternité, capital décès.',
    'Personne isolée par la fracture numérique, sans mutuelle, sourire retrouvé.',
    'Offre de prévention : vaccination, dépistage des cancers, MT’Dents, examen de prévention en santé.',
    'Allocation aux adultes handicapés, MDPH, AME, PUMa, C2S, CMU, CPAM, EHPAD, appartement B12, autoroute A13.',
    'Elle habite dans l’enceinte du foyer. Tél. 06 12 34 56 78, dossier 26-004817, cerfa S3705.',
    'Cancérologue : non. Le cas est atteint par la limite d’âge.',
  ])('is not the vocabulary of the job: %s', (texte) => {
    expect(signalerSante(texte).mots).toEqual([])
  })
})
