Blogits_per_textJx#
Ác•ÁÑSÁ