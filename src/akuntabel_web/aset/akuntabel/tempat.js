// On a phone the places of an agency are one line that scrolls: bring the present one into sight.
"use strict";
document.querySelector(".tempat [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
