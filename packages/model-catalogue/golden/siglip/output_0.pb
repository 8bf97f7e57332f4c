Blogits_per_imageJx#
Ác•ÁÑSÁ