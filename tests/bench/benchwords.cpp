// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benchwords.h"

namespace mc::bench {
namespace {

constexpr NamePart LatinGiven[] = {
    {u"Hanna", "hanna"},   {u"Marco", "marco"},       {u"Eleanor", "eleanor"},     {u"Jonas", "jonas"},
    {u"Amélie", "amelie"}, {u"Sofia", "sofia"},       {u"Noah", "noah"},           {u"Lucía", "lucia"},
    {u"Ingrid", "ingrid"}, {u"David", "david"},       {u"Tomasz", "tomasz"},       {u"Zoë", "zoe"},
    {u"Søren", "soren"},   {u"Małgorzata", "gosia"},  {u"Priya", "priya"},         {u"Björn", "bjorn"},
    {u"Chloé", "chloe"},   {u"Matthias", "matthias"}, {u"Agnieszka", "agnieszka"}, {u"Paulo", "paulo"},
    {u"Þóra", "thora"},    {u"Nguyễn", "nguyen"},     {u"Emily", "emily"},         {u"Luca", "luca"},
    {u"José", "jose"},     {u"Anna", "anna"},         {u"Oliver", "oliver"},       {u"Fatma", "fatma"},
    {u"Mehmet", "mehmet"}, {u"Klára", "klara"},       {u"Ștefan", "stefan"},       {u"Maya", "maya"}};
constexpr NamePart LatinFamily[] = {{u"Lindqvist", "lindqvist"},   {u"Ferretti", "ferretti"},
                                    {u"Whitcombe", "whitcombe"},   {u"Berg", "berg"},
                                    {u"Rousseau", "rousseau"},     {u"Almeida", "almeida"},
                                    {u"Steiner", "steiner"},       {u"Fernández", "fernandez"},
                                    {u"Solberg", "solberg"},       {u"O’Connor", "oconnor"},
                                    {u"Zieliński", "zielinski"},   {u"van der Meer", "vandermeer"},
                                    {u"Müller", "mueller"},        {u"Schmidt", "schmidt"},
                                    {u"Novák", "novak"},           {u"Yılmaz", "yilmaz"},
                                    {u"Popescu", "popescu"},       {u"Jørgensen", "jorgensen"},
                                    {u"Dubois", "dubois"},         {u"García", "garcia"},
                                    {u"Rossi", "rossi"},           {u"Smith", "smith"},
                                    {u"Taylor", "taylor"},         {u"Raman", "raman"},
                                    {u"Kowalczyk", "kowalczyk"},   {u"Lefèvre", "lefevre"},
                                    {u"Hohenstein", "hohenstein"}, {u"Andersson", "andersson"},
                                    {u"Martins", "martins"},       {u"Bauer", "bauer"},
                                    {u"Byrne", "byrne"},           {u"Tran", "tran"},
                                    {u"Moreau", "moreau"},         {u"Keller", "keller"},
                                    {u"Jónsdóttir", "jonsdottir"}, {u"Walker", "walker"}};
constexpr NamePart CyrillicGiven[] = {{u"Ольга", "olga"},    {u"Иван", "ivan"},   {u"Мария", "maria"},
                                      {u"Дмитро", "dmytro"}, {u"Елена", "elena"}, {u"Борис", "boris"}};
constexpr NamePart CyrillicFamily[] = {{u"Иванова", "ivanova"},
                                       {u"Петров", "petrov"},
                                       {u"Шевченко", "shevchenko"},
                                       {u"Кузнецова", "kuznetsova"},
                                       {u"Димитров", "dimitrov"}};
constexpr NamePart GreekGiven[] = {
    {u"Γιώργος", "giorgos"}, {u"Μαρία", "maria"}, {u"Ελένη", "eleni"}, {u"Νίκος", "nikos"}};
constexpr NamePart GreekFamily[] = {
    {u"Παπαδόπουλος", "papadopoulos"}, {u"Γεωργίου", "georgiou"}, {u"Νικολάου", "nikolaou"}};
constexpr NamePart ArabicGiven[] = {
    {u"ليلى", "layla"}, {u"عمر", "omar"}, {u"فاطمة", "fatima"}, {u"خالد", "khalid"}, {u"نور", "nour"}};
constexpr NamePart ArabicFamily[] = {
    {u"الحداد", "haddad"}, {u"المنصوري", "mansoori"}, {u"العلي", "ali"}, {u"السالم", "salem"}};
constexpr NamePart HebrewGiven[] = {{u"שירה", "shira"}, {u"דוד", "david"}, {u"נועה", "noa"}};
constexpr NamePart HebrewFamily[] = {{u"לוי", "levi"}, {u"כהן", "cohen"}, {u"מזרחי", "mizrahi"}};
constexpr NamePart ChineseGiven[] = {
    {u"小明", "xiaoming"}, {u"伟", "wei"}, {u"芳", "fang"}, {u"秀英", "xiuying"}, {u"丽", "li"}};
constexpr NamePart ChineseFamily[] = {
    {u"王", "wang"}, {u"李", "li"}, {u"张", "zhang"}, {u"刘", "liu"}, {u"陈", "chen"}};
constexpr NamePart JapaneseGiven[] = {
    {u"健二", "kenji"}, {u"さくら", "sakura"}, {u"翔太", "shota"}, {u"美咲", "misaki"}};
constexpr NamePart JapaneseFamily[] = {
    {u"渡辺", "watanabe"}, {u"佐藤", "sato"}, {u"鈴木", "suzuki"}, {u"高橋", "takahashi"}};
constexpr NamePart KoreanGiven[] = {
    {u"민준", "minjun"}, {u"서연", "seoyeon"}, {u"지후", "jihoo"}, {u"하은", "haeun"}};
constexpr NamePart KoreanFamily[] = {{u"김", "kim"}, {u"이", "lee"}, {u"박", "park"}, {u"최", "choi"}};
constexpr NamePart ThaiGiven[] = {{u"ธนพร", "thanaporn"}, {u"สมชาย", "somchai"}, {u"กานดา", "kanda"}};
constexpr NamePart ThaiFamily[] = {{u"ศรีสุข", "srisuk"}, {u"ใจดี", "jaidee"}, {u"ทองดี", "thongdee"}};

constexpr Region Regions[] = {
    {LatinGiven, LatinFamily, false, u" ", "en", "EUR", 1, u"Lisboa", 34},
    {LatinGiven, LatinFamily, false, u" ", "de", "EUR", 1, u"50667 Köln", 12},
    {LatinGiven, LatinFamily, false, u" ", "en", "USD", 1.1, u"Portland, OR 97201", 14},
    {LatinGiven, LatinFamily, false, u" ", "en", "GBP", 0.85, u"Bath BA1 2AB", 10},
    {LatinGiven, LatinFamily, false, u" ", "en", "PLN", 4.3, u"31-147 Kraków", 5},
    {CyrillicGiven, CyrillicFamily, false, u" ", "en", "EUR", 1, u"Rīga LV-1050", 4},
    {GreekGiven, GreekFamily, false, u" ", "en", "EUR", 1, u"Αθήνα", 2},
    {ArabicGiven, ArabicFamily, false, u" ", "ar", "AED", 4, u"دبي", 5},
    {HebrewGiven, HebrewFamily, false, u" ", "en", "ILS", 4, u"תל אביב", 2},
    {ChineseGiven, ChineseFamily, true, u"", "en", "USD", 1.1, u"Seattle, WA 98101", 4},
    {JapaneseGiven, JapaneseFamily, true, u" ", "en", "JPY", 165, u"中央区 104-0061", 4},
    {KoreanGiven, KoreanFamily, true, u"", "en", "KRW", 1480, u"서울 04524", 2},
    {ThaiGiven, ThaiFamily, false, u" ", "en", "THB", 39, u"กรุงเทพฯ 10110", 2}};

constexpr const char16_t *Materials[] = {u"Oak",    u"Walnut",    u"Birch",   u"Linen",  u"Cotton",
                                         u"Wool",   u"Felt",      u"Ceramic", u"Glass",  u"Brass",
                                         u"Rattan", u"Cast-iron", u"Enamel",  u"Hinoki", u"Stoneware",
                                         u"Velvet", u"Leather",   u"Cork",    u"Bamboo", u"Marble"};
constexpr const char16_t *Things[] = {u"side table, natural",
                                      u"cushion cover 50 × 50",
                                      u"mug, set of 4",
                                      u"wall lamp “Aske”",
                                      u"throw, charcoal",
                                      u"desk organiser",
                                      u"vase, tall",
                                      u"bath stool",
                                      u"bed linen, double",
                                      u"pan 26 cm",
                                      u"pendant shade",
                                      u"bookshelf “Fjell”, 5 tiers",
                                      u"rug 140 × 200",
                                      u"carafe with lid",
                                      u"bar stool, black",
                                      u"plant stand",
                                      u"basket, large",
                                      u"serving board",
                                      u"chair “Sola”",
                                      u"kettle 1.5 l",
                                      u"Höhenverstellbarer Schreibtisch, 180 × 80 cm",
                                      u"mirror, round",
                                      u"candle holder",
                                      u"coat hook",
                                      u"picture frame A4"};

} // namespace

std::span<const Region> regions()
{
    return Regions;
}

std::span<const char16_t *const> materials()
{
    return Materials;
}

std::span<const char16_t *const> things()
{
    return Things;
}

} // namespace mc::bench
