
BlogitsJ(ã>w>_ƒ>F_ë>HBþ½­V?„G¶=ÃFë¼È H¾nW.¾gG¥¾