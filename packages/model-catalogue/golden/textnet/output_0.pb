
BlogitsJ(,–BšÔh@vìBwd@Í@NCŸBl¨C‡6ÁŸýÞÁ)B