import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BarreRaccourcis } from '@/components/file/barre-raccourcis'
import { FiltresActifs } from '@/components/file/filtres-actifs'
import { filtresChoisis } from '@/components/file/filtres-choisis'
import { FiltresFileDAttente } from '@/components/file/filtres-file'
import { FormulairePrise } from '@/components/file/formulaire-prise'
import { enLignes } from '@/components/file/lignes'
import { adresseFile, estFiltree, requeteFile } from '@/components/file/requete'
import { TableFile } from '@/components/file/table-file'
import { TitreFile } from '@/components/file/titre-file'
import { FileVide } from '@/components/file/vide'
import { vuesDites } from '@/components/file/vues'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import { actionPrendre } from '@/lib/demandes/actions'
import { filtresFileSchema, vues } from '@/lib/demandes/filtres-file'
import { fileDAttente, taillePage } from '@/lib/demandes/queries-caisse'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const raccourcis = [
  { touches: ['j', 'k'], mots: 'suivante, précédente' },
  { touches: ['Entrée'], mots: 'ouvrir' },
  { touches: ['a'], mots: 'je m’en occupe' },
  { touches: ['/'], mots: 'chercher' },
]

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { vue } = filtresFileSchema.parse(await searchParams)
  return { title: `${vuesDites[vue].libelle}, file des demandes` }
}

export default async function PageFile({ searchParams }: Props) {
  const acteur = await exigerActeur('demande.voir')
  const filtres = filtresFileSchema.parse(await searchParams)
  const maintenant = new Date()
  const file = await fileDAttente(acteur, filtres, maintenant)
  const { compteurs, motifs, agents } = file
  const closes = filtres.vue === 'closes'
  const filtree = estFiltree(filtres)
  const entiere = !filtres.apres && !file.suivante
  const total = entiere ? file.lignes.length : filtree || filtres.vue === 'closes' ? null : compteurs[filtres.vue]

  return (
    <Cadre acteur={acteur} entree="/caisse/file" exacte plein compteurs={{ '/caisse/file': compteurs.toutes }}>
      <TitreFile
        compteurs={compteurs}
        maintenant={maintenant}
        liste={total === null ? `${taillePage} demandes par page` : pluriel(total, 'demande')}
      />
      <div className="px-5 max-tab:px-4">
        <Onglets
          nom="Vues de la file"
          onglets={vues.map((vue) => ({
            href: adresseFile({ vue }),
            libelle: vuesDites[vue].libelle,
            chaud: vuesDites[vue].chaud,
            compte: vue === 'closes' ? undefined : compteurs[vue],
            courant: vue === filtres.vue,
          }))}
        />
        <FiltresFileDAttente
          filtres={filtres}
          motifs={motifs}
          agents={agents}
          moi={acteur.compteId}
          actifs={filtresChoisis(filtres, motifs, agents).length}
        />
        <FiltresActifs filtres={filtres} motifs={motifs} agents={agents} />
      </div>
      {file.lignes.length === 0 ? (
        <FileVide filtres={filtres} filtree={filtree} />
      ) : (
        <FormulairePrise action={actionPrendre}>
          <TableFile
            legende={`${vuesDites[filtres.vue].libelle}, ${closes ? 'la dernière close d’abord' : 'l’échéance la plus proche d’abord'}`}
            lignes={enLignes(file, acteur.compteId, maintenant)}
            suite={requeteFile(filtres)}
            closes={closes}
          />
        </FormulairePrise>
      )}
      <div className="mb-6 px-5 max-tab:px-4">
        <Pagination
          precedente={
            filtres.apres && file.lignes.length > 0
              ? { href: adresseFile({ ...filtres, apres: undefined }), libelle: 'Revenir au début' }
              : undefined
          }
          suivante={
            file.suivante
              ? {
                  href: adresseFile({ ...filtres, apres: file.suivante }),
                  libelle: `Voir les ${taillePage} demandes suivantes`,
                }
              : undefined
          }
        />
      </div>
      {acteur.raccourcis && <BarreRaccourcis raccourcis={raccourcis} />}
    </Cadre>
  )
}
