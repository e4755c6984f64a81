import { registreComplet } from '@/lib/cgu/queries'
import { filtresRegistreSchema } from '@/lib/cgu/schema'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'

/** The register of the CGU, as filtered on its page. */
export const GET = defineRoute(
  { droit: 'administrer', journal: 'cgu.registre_exporte' },
  async ({ acteur, requete, maintenant }) => {
    const recherche = await avecMots(acteur, Object.fromEntries(new URL(requete.url).searchParams))
    const format = lireFormatTableur(typeof recherche.format === 'string' ? recherche.format : null)
    const lignes = await registreComplet(acteur, filtresRegistreSchema.parse(recherche))
    const feuille = {
      feuille: 'Acceptations',
      colonnes: [
        { titre: 'Nom' },
        { titre: 'Prénom' },
        { titre: 'Identifiant' },
        { titre: 'Profil' },
        { titre: 'Caisse' },
        { titre: 'Version', type: 'nombre' as const },
        { titre: 'Acceptée le', type: 'instant' as const },
      ],
      lignes: lignes.map(({ nom, prenom, identifiant, profil, caisse, numero, accepteeLe }) => [
        nom,
        prenom,
        identifiant,
        profil,
        caisse,
        numero,
        accepteeLe,
      ]),
    }
    return {
      reponse: reponseTableur(format, feuille, `acceptations-cgu-${dateAParis(maintenant)}`),
      journal: { details: { format, lignes: lignes.length } },
    }
  },
)
