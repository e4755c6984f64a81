import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { after } from 'next/server'
import { BandeauAbsence } from '@/components/absences/bandeau-absence'
import { Cadre } from '@/components/cadre/cadre'
import { BarreLot } from '@/components/file/barre-lot'
import { BarreRaccourcis } from '@/components/file/barre-raccourcis'
import { FiltresActifs } from '@/components/file/filtres-actifs'
import { FiltresGardes } from '@/components/file/filtres-file'
import { FormulairePrise } from '@/components/file/formulaire-prise'
import { enLignes } from '@/components/file/lignes'
import { NavigationDouce } from '@/components/file/navigation-douce'
import { Panneau } from '@/components/file/panneau'
import { raccourcisFile } from '@/components/file/raccourcis-file'
import { adresseFile, estFiltree, requeteFile } from '@/components/file/requete'
import { TableFile } from '@/components/file/table-file'
import { TitreFile } from '@/components/file/titre-file'
import { trisDe } from '@/components/file/tris'
import { FileVide } from '@/components/file/vide'
import { vuesDites } from '@/components/file/vues'
import { VuesFile } from '@/components/file/vues-file'
import { Fige } from '@/components/ui/fige'
import { Pagination } from '@/components/ui/pagination'
import { actionPrendre } from '@/lib/demandes/actions'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { taillePage } from '@/lib/demandes/queries-caisse'
import { actionAnnulerLot, actionPrendreLot } from '@/lib/file/actions'
import { fileDeLAdresse } from '@/lib/file/lire-adresse'
import { demandeDuPanneau } from '@/lib/file/queries-panneau'
import { recompterVues } from '@/lib/file/queries-vues'
import type { Acteur } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { adresseClient, exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { vue } = filtresFileSchema.parse(await searchParams)
  return { title: `${vuesDites[vue].libelle}, file des demandes` }
}

/** The demande of the side panel: being shown there is being read. */
async function lirePanneau(acteur: Acteur, ouvrir: unknown) {
  const demande = typeof ouvrir === 'string' ? await demandeDuPanneau(acteur, ouvrir) : null
  if (demande) await consulterDemande(acteur, demande, await adresseClient())
  return demande
}

export default async function PageFile({ searchParams }: Props) {
  const acteur = await exigerActeur('demande.voir')
  const recherche = await searchParams
  const maintenant = new Date()
  const ouverte = recherche.ouvrir ? await lirePanneau(acteur, recherche.ouvrir) : null
  const { filtres, file } = await fileDeLAdresse(acteur, recherche, maintenant)
  if (file.vuesARecompter) after(() => recompterVues(acteur, maintenant))
  const { compteurs, vues, choix } = file
  const closes = filtres.vue === 'closes'
  const filtree = estFiltree(filtres)
  const entiere = !filtres.apres && !file.suivante
  const total = entiere ? file.lignes.length : filtree || filtres.vue === 'closes' ? null : compteurs[filtres.vue]
  const rang = file.lignes.findIndex(({ id }) => id === ouverte?.id)

  return (
    <Cadre acteur={acteur} entree="/caisse/file" exacte plein compteurs={{ '/caisse/file': compteurs.toutes }}>
      <Fige id="file-titre">
        <TitreFile
          compteurs={compteurs}
          filtres={filtres}
          enregistrees={vues}
          maintenant={maintenant}
          liste={total === null ? `${taillePage} demandes par page` : pluriel(total, 'demande')}
        />
      </Fige>
      <BandeauAbsence acteur={acteur} aujourdhui={dateAParis(maintenant)} />
      <Fige id="file-filtres" className="px-5 max-tab:px-4">
        <VuesFile filtres={filtres} compteurs={compteurs} equipes={acteur.equipes} enregistrees={vues} />
        <FiltresGardes filtres={filtres} choix={choix} moi={acteur.compteId} />
        <FiltresActifs filtres={filtres} choix={choix} />
      </Fige>
      {file.lignes.length === 0 ? (
        <FileVide filtres={filtres} filtree={filtree} />
      ) : (
        <div className="file-cadre">
          <div>
            <BarreLot
              lot={randomUUID()}
              retour={requeteFile(filtres)}
              prendre={actionPrendreLot}
              annuler={actionAnnulerLot}
            />
            <FormulairePrise action={actionPrendre}>
              <Fige id="file-lignes">
                <TableFile
                  legende={`${vuesDites[filtres.vue].libelle}, ${trisDe(filtres).mots}`}
                  lignes={enLignes(file, acteur.compteId, maintenant, acteur.absents)}
                  suite={requeteFile(filtres)}
                  closes={closes}
                  tris={trisDe(filtres).colonnes}
                  ouverte={ouverte?.reference ?? null}
                  cachees={acteur.colonnesCachees}
                />
                <div className="mb-6 px-5 max-tab:px-4">
                  <Pagination
                    precedente={
                      filtres.apres
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
              </Fige>
            </FormulairePrise>
          </div>
          {ouverte && (
            <Panneau
              demande={ouverte}
              filtres={filtres}
              moi={acteur.compteId}
              maintenant={maintenant}
              raccourcis={acteur.raccourcis}
              autour={{
                precedente: file.lignes[rang - 1]?.reference ?? null,
                suivante: rang === -1 ? null : (file.lignes[rang + 1]?.reference ?? null),
              }}
            />
          )}
          <NavigationDouce ouverte={ouverte?.reference ?? null} />
        </div>
      )}
      {acteur.raccourcis && <BarreRaccourcis raccourcis={raccourcisFile} />}
    </Cadre>
  )
}
