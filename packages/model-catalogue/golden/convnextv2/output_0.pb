
BlogitsJ(_A8ÀPB_?³¬¬¾lj¾mJ:?¨¥…¾\Žs?ë¾S"µ>ÖÚþ>