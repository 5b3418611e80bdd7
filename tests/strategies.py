"""Strategies for made-up input: Turkish words, news as it is written, and text that means harm."""

from __future__ import annotations

from hypothesis import strategies as st

_TURKISH = "abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZâîûÂÎÛ"
_SIGNS = "ab .,;\n\t#*_`[]()<>!|-=:&'\"“”‘’«»…–—/\\{}%^~+@$0123456789ıİğ"
_UNSEEN = "\u0301\u0307\u0323\u00ad\u200b\u200d\u202e\u2066\u2028\u0085\ufeff\ufffe\x00\x1b\u3164\U000e0041"
_PIECES = (
    "---\n", "+++\n", "```\n", "> ", "- ", "1. ", "# ", "![", "](", "<a ", "<!--", "-->", "[^1]", "[^1]: ", "|-|-|\n",
    "&#x27;", "Yayın Tarihi: ", "Kaynak: ", "title: ", "date: 2025-12-04\n", "lang: tr\n", "tags: [a, b]\n",
)  # fmt: skip
_NEWS = (
    "4 Aralık 2025", "geçen perşembe", "üç gün önce", "saat 14.30'da", "2026'nın ikinci yarısında",
    "next Monday", "on 3 December", "yüzde 12,5", "1.250 kişi", "3,4 milyon lira", "$5 million", "% 8", "yarım",
    "on beş bin", "two thirds",
    "dedi", "diye konuştu", "açıkladı", "said", "according to", "Bakan", "Belediye Başkanı", "Minister", "Ankara'da",
    "Ayla Aksoy", "A. K.", "Dr.", "TBMM'nin", "bugün", "dün",
)  # fmt: skip

turkish_words = st.text(_TURKISH, min_size=1, max_size=14)
"""Words of Turkish letters."""
signs = st.text(_SIGNS, max_size=60)
"""What marks up text."""
hostile = st.text(_SIGNS + _UNSEEN, max_size=40) | st.text(max_size=40)
"""Any characters, and those that hide or turn round what stands beside them."""
runs = st.builds(lambda piece, times: piece * times, st.sampled_from([*_PIECES, *_SIGNS, *_UNSEEN]), st.integers(1, 60))
"""The same thing again and again."""
news = st.lists(turkish_words | st.sampled_from(_NEWS), min_size=1, max_size=12).map(
    lambda words: " ".join(words) + ". "
)
"""Sentences with dates, numbers, names and words of saying among others."""
texts = st.lists(news | hostile | runs | signs | st.sampled_from(_PIECES), max_size=12).map("".join)
"""Whole files."""
data = texts.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=200)
"""Bytes of whole files."""
