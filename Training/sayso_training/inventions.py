"""Names for people, organisations and places that a copy of an article may get.

They come from the lists of the package `faker`, from short lists for languages that it has in other scripts
only, and from syllables: the network is to meet many names of many languages, and none often.
"""

import importlib
import itertools
import pkgutil

from faker.providers import address, person

CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґ", (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya ye i yi g".split(" ")
)))  # fmt: skip

# Arabic, Persian, Hebrew, Chinese, Korean, Indian and other names as English papers spell them.
MEN = """Ahmed Mohammed Mahmoud Omar Khalid Yusuf Ibrahim Hassan Hussein Tariq Bilal Faisal Saeed Walid Jamal Karim
Mustafa Nabil Rashid Samir Ziad Abdullah Hamza Anwar Reza Mehdi Javad Hossein Behrouz Farhad Navid Bahram Yitzhak
Moshe Avi Yair Eitan Uri Wei Jun Ming Hao Feng Jian Qiang Bo Tao Lei Zhen Guoqiang Dongsheng Minho Seung Hyun Jae
Sung Woo Dong Taeyang Hiroshi Kenji Takeshi Shinzo Arjun Vikram Rajesh Sanjay Anil Deepak Suresh Ravi Imran Shahid
Bashar Kwame Kofi Chidi Emeka Tunde Sipho Thabo Jomo Wangari Desta Tesfaye Bekele Nguyen Minh Tuan Somchai""".split()
WOMEN = """Fatima Aisha Khadija Zainab Layla Noor Mariam Salma Huda Amal Rania Samira Yasmin Hanan Zahra Nasrin
Shirin Parisa Leila Maryam Azadeh Golnaz Shira Yael Tamar Noa Ayelet Mei Ling Fang Xiu Yan Lan Hui Jing Xiaoyan
Meiling Soo Eun Hye Mina Jiyoung Yuna Akiko Yuki Keiko Naoko Priya Anjali Sunita Kavita Lakshmi Nirmala Meera
Benazir Asma Ama Abena Ngozi Chioma Folake Amina Thandiwe Nomvula Wanjiku Makena Hirut Almaz Linh Huong Mai
Siriporn""".split()
FAMILIES = """Hassan Hussein Khalil Haddad Mansour Farouk Nasser Barakat Saleh Aziz Qasim Shaheen Zaman Rahimi
Karimi Hosseini Ahmadi Tehrani Rostami Jafari Shirazi Cohen Levi Mizrahi Peretz Friedman Wang Zhang Liu Chen Yang
Huang Zhao Zhou Xu Sun Zhu Guo Lin Luo Zheng Liang Xie Tang Deng Feng Cheuk Yip Kwok Leung Chow Tsang Kim Park
Choi Jung Kang Cho Yoon Jang Han Lim Shin Kwon Sharma Verma Patel Gupta Reddy Nair Iyer Chatterjee Banerjee Singh
Malik Chaudhry Butt Bhutto Mensah Owusu Asante Boateng Okafor Adeyemi Nwosu Balogun Dlamini Nkosi Mokoena Kamau
Otieno Mwangi Abebe Tadesse Girma Nguyen Tran Pham Phan Dang Aung Thein Widodo Santoso""".split()
PLACES = """Kabul Herat Basra Aden Tripoli Khartoum Asmara Harar Mombasa Kampala Lusaka Harare Accra Lagos Kano
Bamako Niamey Tashkent Almaty Baku Yerevan Tbilisi Odesa Lviv Minsk Vilnius Riga Tallinn Skopje Pristina Sarajevo
Dhaka Lahore Quetta Karachi Colombo Yangon Hanoi Vientiane Penang Cebu Davao Guam Suva Apia Papua Kowloon Macau
Shenzhen Wuhan Chengdu Busan Incheon Osaka Nagoya Sapporo Perth Hobart Darwin Quito Lima Cusco Bogota Cali Caracas
Asuncion Montevideo Managua Oaxaca Tijuana Belize Kingston Nassau Halifax Regina Yukon""".split()
ONSETS = "b br c ch cl d dr f fl g gr h j k kr l m n p pl qu r s st t th tr v w x y z".split()
NUCLEI, CODAS = "a e i o u ae ai ea io oa ou y".split(), ["", "", "", "l", "m", "n", "r", "s", "t", "x", "nd", "rk"]
HEADS = """Holdings Group Capital Partners Industries Airlines Motors Bank Energy Media Records Foods Systems
Institute Foundation University Hospital Union Club Corp Inc Ltd""".split()
COMPANIES = "{}tech {}soft {}bank {}corp {}net {}gen {}air {}media {}star Uni{} Neo{} Trans{} Omni{}".split()


def listed(package, field):
    """The values of one list over all of a provider's languages; Cyrillic ones as English papers spell them."""
    found = set()
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        found |= {spelled(x) for x in getattr(provider, field, ()) if isinstance(x, str)}
    return found


def spelled(name):
    return "".join(CYRILLIC.get(c, CYRILLIC.get(c.lower(), c).capitalize()) for c in name)


def usable(names):
    """Those that are one word with a capital, sorted so that a seed means the same everywhere."""
    return sorted(x for x in names if x.isalpha() and x[0].isupper() and x[1:].islower() and x < "\u0250" and x[1:])


class Inventions:
    def __init__(self):
        men, women = (listed(person, f"first_names_{sex}") for sex in ("male", "female"))
        either = men & women
        self.men, self.women = usable(men - either | set(MEN)), usable(women - either | set(WOMEN))
        families = [listed(person, f"last_names{kind}") for kind in ("", "_male", "_female")]
        self.families = usable(set(itertools.chain(FAMILIES, *families)) | listed(person, "last_romanized_names"))
        self.places = usable(listed(address, "cities") | listed(address, "city_names") | set(PLACES))
        self.is_man, self.is_woman = set(self.men), set(self.women)

    def syllables(self, rng):
        name = "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) for _ in range(rng.choice((1, 2, 2, 3))))
        return (name + rng.choice(CODAS)).capitalize()

    def given(self, gender, rng):
        return rng.choice(self.men if gender > 0 else self.women)

    def family(self, rng):
        return self.syllables(rng) if rng.random() < 0.15 else rng.choice(self.families)

    def place(self, rng):
        return self.syllables(rng) if rng.random() < 0.15 else rng.choice(self.places)

    def head(self, rng):
        """The last word of an organisation's name."""
        return rng.choice(HEADS)

    def organisation(self, like, rng):
        """A name of the same look: initials, or a word that may as well be somebody's family name."""
        if like.isupper():
            return "".join(rng.choices("ABCDEFGHIKLMNOPRSTUW", k=max(2, len(like))))
        style = rng.random()
        if style < 0.5:
            return rng.choice(self.families)
        name = self.syllables(rng)
        return name if style < 0.8 else rng.choice(COMPANIES).format(name.lower()).capitalize()
