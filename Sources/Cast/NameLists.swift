/// Names that very many people have; nobody is meant by any combination of them.
enum NameLists {
    static let women = [
        "Anne", "Ingrid", "Kari", "Marit", "Solveig", "Ida", "Silje", "Marte", "Hanne", "Kristin", "Camilla", "Ingvild", "Julie", "Emma",
        "Nora", "Thea", "Sara", "Maria", "Line", "Tone", "Astrid", "Sigrid", "Eline", "Karoline", "Mari", "Ragnhild", "Guro", "Synne",
        "Vilde", "Oda", "Hedda", "Malin", "Stine", "Kaja", "Live", "Tuva", "Åshild", "Randi", "Heidi", "Monica", "Elin", "Cecilie",
        "Gunnhild", "Torunn", "Bodil", "Maja", "Elise", "Henriette", "Frida", "Jorunn",
        "Máret", "Elle", "Ravna", "Risten", "Inga", "Áile", "Sárá", "Biret", "Ánne", "Laila",
        "Fatima", "Amina", "Zahra", "Maryam", "Noor", "Aisha", "Leila", "Shirin", "Priya", "Anjali", "Linh", "Mai", "Agnieszka",
        "Katarzyna",
        "Olga", "Natalia", "Svetlana", "Elena", "Ana", "Ingeborg", "Hiwot", "Selam", "Yasmin", "Samira", "Roza", "Jelena", "Rūta", "Birgit",
        "Johanna", "Katharina",
    ]
    static let men = [
        "Per", "Ole", "Lars", "Jon", "Erik", "Anders", "Magnus", "Henrik", "Thomas", "Martin", "Sindre", "Eirik", "Håkon", "Øyvind",
        "Kristian", "Andreas", "Fredrik", "Jonas", "Mathias", "Emil", "Sander", "Tobias", "Vegard", "Stian", "Espen", "Geir", "Tor",
        "Bjørn",
        "Knut", "Arne", "Torstein", "Eivind", "Sigurd", "Håvard", "Simen", "Even", "Marius", "Daniel", "Petter", "Ivar", "Gaute", "Trond",
        "Audun", "Halvor", "Jørgen", "Åsmund", "Steinar", "Vidar", "Ludvig", "Aksel",
        "Ánte", "Niillas", "Máhtte", "Áilu", "Jovnna", "Mihkkal", "Nils", "Ánde", "Ovllá", "Juhán",
        "Mohammed", "Ali", "Ahmed", "Omar", "Hassan", "Amir", "Reza", "Arjun", "Raj", "Minh", "Duc", "Piotr", "Tomasz", "Andrzej", "Dmitri",
        "Sergei", "Ivan", "Marko", "Goran", "Carlos", "Yonas", "Dawit", "Karim", "Bilal", "Usman", "Jakub", "Andrius", "Stefan", "Matthias",
        "Lukas",
    ]
    static let families = [
        "Hansen", "Johansen", "Olsen", "Larsen", "Andersen", "Pedersen", "Nilsen", "Kristiansen", "Jensen", "Karlsen", "Johnsen",
        "Pettersen", "Eriksen", "Berg", "Haugen", "Hagen", "Johannessen", "Andreassen", "Jacobsen", "Dahl", "Jørgensen", "Halvorsen",
        "Henriksen", "Lund", "Sørensen", "Jakobsen", "Moen", "Gundersen", "Iversen", "Strand", "Solberg", "Svendsen", "Eide", "Knutsen",
        "Martinsen", "Paulsen", "Bakken", "Kristoffersen", "Mathisen", "Lie", "Amundsen", "Nguyen", "Rasmussen", "Lunde", "Solheim",
        "Berge", "Moe", "Nygård", "Bakke", "Kristensen", "Fredriksen", "Holm", "Lien", "Hauge", "Christensen", "Andresen", "Nielsen",
        "Knudsen", "Evensen", "Sæther", "Aas", "Myhre", "Hanssen", "Ahmed", "Haugland", "Thomassen", "Sivertsen", "Simonsen", "Danielsen",
        "Berntsen", "Sandvik", "Rønning", "Arnesen", "Næss", "Vik", "Antonsen", "Haug", "Ellingsen", "Thorsen", "Edvardsen", "Birkeland",
        "Isaksen", "Gulbrandsen", "Ruud", "Strøm", "Aasen", "Myklebust", "Ødegård", "Tangen", "Eliassen", "Helland", "Bøe", "Jenssen",
        "Aune", "Mikkelsen", "Tveit", "Brekke", "Abrahamsen", "Engen", "Bjerke", "Fossum", "Stokke", "Vatne", "Hovland", "Grønli",
        "Øverland", "Tveiten", "Skaar", "Hegge", "Rød",
        "Sara", "Eira", "Gaup", "Utsi", "Somby", "Hætta", "Buljo", "Valkeapää", "Triumf", "Turi", "Baer", "Oskal", "Päiviö", "Nutti",
        "Kemi",
        "Khan", "Ali", "Hussain", "Malik", "Singh", "Kaur", "Sharma", "Patel", "Tran", "Pham", "Le", "Kowalski", "Nowak", "Wiśniewski",
        "Petrov", "Ivanova", "Hosseini", "Karimi", "Rahimi", "Osman", "Abdi", "Warsame", "Tesfaye", "Haile", "Yılmaz", "Demir", "Popović",
        "Kovač", "Silva", "García", "Müller", "Schmidt", "Weber", "Jansen", "Virtanen", "Lindqvist", "Kazlauskas", "Sivakumar",
        "Al-Jabouri",
        "Mensah",
    ]

    /// First and second halves of surgeries' names.
    static let surgeryPlaces = [
        "Solbakken", "Fjordgløtt", "Torget", "Brygga", "Sentrum", "Elvebredden", "Nordlia", "Lyngmo", "Bjørkelia", "Skogheim", "Havnegata",
        "Fjellsyn", "Myra", "Tunet", "Kirkebakken", "Stasjonen", "Vestvik", "Østlia", "Granheim", "Sjøsiden",
    ]
    static let surgeryKinds = ["legesenter", "legekontor", "legegruppe", "helsesenter"]
}
