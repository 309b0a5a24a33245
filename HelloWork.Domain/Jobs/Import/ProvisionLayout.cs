using System.Globalization;
using HelloWork.Domain.Common;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>
/// The official layout as one table: which field of the job card each tag fills, in the card's own blocks and order. Where the layout
/// says a thing twice, the tag with the plain value goes before the one with the printed text, and a name before its code.
/// </summary>
internal sealed class ProvisionLayout(LayoutRecord record, DateOnly today)
{
    private const int MostTitle = 100;
    private const int MostDescription = 4_000;
    private const int MostRemarks = 4_000;
    private const int MostOfficeName = 200;
    private const int MostAddress = 300;

    private static readonly (string Name, string Code, string Necessity, string NecessityCode)[] LicenceTags =
    [
        ("menkyo_skku1_n", "menkyo_skku1_c", "menkyo_skkuyohi1_n", "menkyo_skkuyohi1_c"),
        ("menkyo_skku2_n", "menkyo_skku2_c", "menkyo_skkuyohi2_n", "menkyo_skkuyohi2_c"),
        ("menkyo_skku3_n", "menkyo_skku3_c", "menkyo_skkuyohi3_n", "menkyo_skkuyohi3_c"),
    ];

    private static readonly (string Name, string From, string To, string Text)[] AllowanceTags =
    [
        ("tgktat1_mei", "tgktat1_kagen", "tgktat1_jgn", "tgktat1"),
        ("tgktat2_mei", "tgktat2_kagen", "tgktat2_jgn", "tgktat2"),
        ("tgktat3_mei", "tgktat3_kagen", "tgktat3_jgn", "tgktat3"),
        ("tgktat4_mei", "tgktat4_kagen", "tgktat4_jgn", "tgktat4"),
    ];

    private static readonly (string Name, string Code)[] PlaceTags =
        [("shgbsjusho1_n", "shgbsjusho1_c"), ("shgbsjusho2_n", "shgbsjusho2_c"), ("shgbsjusho3_n", "shgbsjusho3_c"), ("shgbsjusho4_n", "shgbsjusho4_c")];

    private readonly LayoutFields _f = new(record);

    /// <summary>The job offer a record describes; null when it was refused, with the reasons on the record.</summary>
    public ImportedOffer? Read()
    {
        if (record.Problems.Count > 0)
            return null;

        var number = ReadNumber();
        var industry = Industry("sngbrui_c");
        var office = Office(industry);
        var (acceptedOn, lastDay) = Days();
        var work = Work(office);
        var card = new JobCard
        {
            Header = Header(work, industry),
            Office = new()
            {
                Name = office.Name,
                NameKana = office.NameKana,
                PostalCode = office.PostalCode,
                Address = office.Address,
                Homepage = _f.Text("jgshhp"),
            },
            Work = work,
            Pay = Pay(),
            Hours = Hours(),
            Conditions = Conditions(),
            Company = Company(),
            Selection = Selection(),
            Remarks = Remarks(),
        };
        RefuseBarredSelfApplication(card);
        return record.Problems.Count > 0 ? null : new(record.Line, number, office, card, acceptedOn, lastDay, [.. ToKnow(office, acceptedOn, lastDay)]);
    }

    private JobCard.HeaderBlock Header(JobCard.WorkBlock work, Industry? industry) => new()
    {
        Kind = _f.Named("kjkbn1_n", "kjkbn1_c", CodeLists.Kinds),
        FullOrPart = _f.Named("kjkbn2_n", "kjkbn2_c", CodeLists.FullOrPart) ?? (work.EmploymentType < EmploymentType.Part ? "フルタイム" : "パート"),
        Disclosure = _f.OneOf("kokaikibo", CodeLists.Disclosures) ?? _f.OneOf("kokaikibo_n", CodeLists.Disclosures) ?? Disclosure.NameToAll,
        AcceptsSelfApplication = _f.OneOf("onlinejishuobo_uktkkahi_n", CodeLists.Accepts) ?? _f.OneOf("onlinejishuobo_uktkkahi_c", CodeLists.Accepts) ?? false,
        IndustryCode = industry?.Code,
        IndustryName = _f.Text("sngbrui_n") ?? industry?.Name,
        TrialEmployment = _f.Named("trialkoyoheiyo_kibo_n", "trialkoyoheiyo_kibo_c", CodeLists.YesNo),
    };

    private ImportedOffice Office(Industry? industry)
    {
        var number = default(OfficeNumber);
        if (_f.Text("jgshno") is { } written && !OfficeNumber.TryParse(written, out number))
            record.Refuse(RecordRefusal.Shape, LayoutTags.Get("jgshno"), limit: "NNNN-NNNNNN-N");
        var address = _f.Text("jgshszci", MostAddress) ?? _f.Text("jgshjusho_n", MostAddress);
        var place = Place("jgshjusho_c", _f.Text("jgshjusho_n") ?? address) ?? Place(null, address);
        return new ImportedOffice(
            number == default ? null : number,
            _f.Required("jgshmei", MostOfficeName), _f.Text("jgshmeikana", MostOfficeName), _f.PostalCode("jgshyubinno"), address,
            place?.PrefectureCode, place?.MunicipalityCode, industry?.Code);
    }

    private JobCard.WorkBlock Work(ImportedOffice office)
    {
        var (employment, nonRegularName) = Employment();
        var staffing = _f.OneOf("hakenukeoitoshgkeitai", CodeLists.Staffing) ?? _f.OneOf("hakenukeoitoshgkeitai_c", CodeLists.Staffing)
            ?? (employment is EmploymentType.Regular or EmploymentType.NonRegular or EmploymentType.Part ? StaffingKind.None : StaffingKind.Dispatch);
        var (ageFrom, ageTo) = Ages();
        var occupations = new[] { Occupation("skgybrui1_c"), Occupation("skgybrui2_c"), Occupation("skgybrui3_c") }.OfType<string>().Distinct().ToArray();
        return new()
        {
            Title = _f.Required("sksu", MostTitle),
            Description = _f.Text("shigoto_ny", MostDescription),
            ScopeOfChange = _f.Text("shigoto_ny_henkohani"),
            OccupationCode = occupations.FirstOrDefault(),
            FurtherOccupationCodes = occupations.Length > 1 ? occupations[1..] : [],
            EmploymentType = employment,
            NonRegularName = nonRegularName,
            PromotionToRegular = _f.Named("ssintoyo_umu_n", "ssintoyo_umu_c", CodeLists.YesNo),
            PromotionRecord = _f.Text("ssintoyo_jisseki"),
            Staffing = staffing,
            DispatchLicence = _f.Text("hakenukeoitordsha"),
            // The layout has no mark for it: where somebody else's workplace is meant, it is named by its address or not at all (JO-03).
            WorkplaceNamed = staffing is StaffingKind.None || _f.Text("shgbsjusho") is not null,
            TermLimit = _f.Named("koyokikan_sadame_n", "koyokikan_sadame_c", CodeLists.Terms),
            Term = _f.Text("koyokikan") ?? _f.Joined(" ", "koyokikansu", "koyokikanymd"),
            Renewal = _f.Text("koyokikankeiyakuksnnoknsi"),
            RenewalConditions = _f.Text("koyokikankeiyakuksnnojkn"),
            Workplaces = Workplaces(office, staffing),
            WorkplaceRemarks = _f.Text("shgbs"),
            WorkplaceScopeOfChange = _f.Text("shgbs_henkohani"),
            NearestStation = _f.FirstOf("shgbs_myre", "shgbs_myremjr"),
            AccessMeans = _f.Text("shgbs_jgshmade_kotsushudan_n"),
            AccessMinutes = _f.Whole("shgbs_jgshmade_shoyojn", 0, 999),
            WorkFromHome = _f.Named("ztkkimmu_n", "ztkkimmu_c", CodeLists.YesNo),
            SmokePrevention = _f.Named("okni_jdktentisk_n", "okni_jdktentisk_c", CodeLists.YesNo),
            SmokePreventionRemarks = _f.Text("okni_jdktentisk_tkjk"),
            CarCommuting = _f.Named("mycartsknkahi_n", "mycartsknkahi_c", CodeLists.Allowed),
            CarPark = _f.Named("chushajo_umu_n", "chushajo_umu_c", CodeLists.YesNo),
            Transfer = _f.Named("tenkin_knsi_n", "tenkin_knsi_c", CodeLists.YesNo),
            TransferArea = _f.Text("tenkin_hani"),
            ReturnToRegion = _f.Named("uijturnkange_n", "uijturnkange_c", CodeLists.YesNo),
            Age = _f.FirstOf("nenrei", "nenreisegn_n"),
            AgeFrom = ageFrom,
            AgeTo = ageTo,
            AgeLimitGround = _f.Text("nenreisegngaitojiyu"),
            AgeLimitReason = _f.Text("nenreisegnnory"),
            Education = _f.Joined(" ", "grki", "grkiijo"),
            EducationMajor = _f.Text("grkisnkni"),
            Experience = _f.Text("hynakiknt"),
            ExperienceDetails = _f.Text("hynakikntshsi"),
            ComputerSkills = _f.Text("hynapcskill"),
            DrivingLicence = _f.Text("futsumenkyo"),
            Licences = Licences(),
            OtherLicences = _f.Text("hynamenkyo_snta"),
            TrialPeriod = _f.Text("sykkn"),
            TrialPeriodLength = _f.Text("trialkikankikan"),
            TrialConditions = _f.Text("sykknchu_rodojoken"),
        };
    }

    private JobCard.PayBlock Pay()
    {
        var form = _f.Named("chgnkeitai_n", "chgnkeitai_c", CodeLists.WageForms);
        var (formFrom, formTo) = _f.YenRange("chgnkeitai_kagen", "chgnkeitai_jgn");
        var (baseFrom, baseTo) = _f.YenRange("khkykagen", "khkyjgn", "khky");
        var (sumFrom, sumTo) = _f.YenRange("sikg_aplusbkagen", "sikg_aplusbjgn", "chgn");
        var (overtimeFrom, overtimeTo) = _f.YenRange("ktizangydi_kagen", "ktizangydi_jgn", "ktizangydi");
        var sum = sumFrom is null && sumTo is null && baseFrom is null && baseTo is null ? (formFrom, formTo) : (sumFrom, sumTo);
        var formAmount = sum != (formFrom, formTo) && (baseFrom, baseTo) != (formFrom, formTo) ? InWords(formFrom, formTo) : null;
        return new()
        {
            Form = form,
            FormRemarks = Join("／", formAmount is null ? null : $"{form ?? "賃金形態"}の額 {formAmount}", _f.UnlessRange("chgn"), _f.UnlessRange("khky")),
            // The card's sum is a + b, and a + b + c where fixed overtime is paid.
            TotalFrom = Plus(sum.Item1, overtimeFrom),
            TotalTo = Plus(sum.Item2, overtimeTo ?? overtimeFrom),
            BaseFrom = baseFrom,
            BaseTo = baseTo,
            FixedAllowances = Allowances(),
            FixedOvertime = _f.Text("koteizngykbn") ?? _f.UnlessRange("ktizangydi") ?? (overtimeFrom is null ? null : "あり"),
            FixedOvertimeFrom = overtimeFrom,
            FixedOvertimeTo = overtimeTo,
            FixedOvertimeRemarks = _f.Text("ktizangydaitkjk"),
            OtherAllowances = _f.Text("sntatatfukijk"),
            MonthlyWorkingDays = _f.Number("thkinrodonissu", 0, 31),
            CommutingAllowance = _f.Text("tskntat"),
            CommutingAllowanceAmount = _f.Joined(" ", "tskntattsuki", "tskntatgaku"),
            ClosingDay = _f.Joined(" ", "chgnskbi", "chgnskbimitk"),
            PayDay = _f.Joined(" ", "chgnsrbi", "chgnsrbitsuki", "chgnsrbihi"),
            PayRise = _f.Named("shkyumu_n", "shkyumu_c", CodeLists.YesNo),
            PayRiseRecord = _f.Joined(" ", "shokyumaenendojisseki", "shkyrt"),
            Bonus = _f.Named("shoyoumu_n", "shoyoumu_c", CodeLists.YesNo),
            BonusRecord = _f.Text("shoyo") ?? _f.Joined(" ", "shoyomaenendoumu", "shoyomaenendkaisu", "shoyokingaku"),
        };
    }

    private JobCard.HoursBlock Hours() => new()
    {
        Shifts = [.. new[]
        {
            _f.Shift("shgjn1_open", "shgjn1_close", "shgjn1_open_close"),
            _f.Shift("shgjn2_open", "shgjn2_close", "shgjn2_open_close"),
            _f.Shift("shgjn3_open", "shgjn3_close", "shgjn3_open_close"),
        }.OfType<JobCard.Shift>()],
        OrBetween = _f.Text("shgjnor"),
        FlexibleSystem = _f.FirstOf("henkeirdtani", "shgjn"),
        Remarks = _f.Text("shgjn_tkjk"),
        DaysPerWeek = _f.Joined(" ", "shurdnisu", "shurdnisusodanka"),
        Overtime = _f.Named("jkgi_umu_n", "jkgi_umu_c", CodeLists.YesNo),
        OvertimeHoursPerMonth = _f.Whole("jkgi_thkinjn_ji_n", 0, 300),
        SpecialOvertimeClause = _f.Text("sanrokukyotei"),
        SpecialOvertimeCircumstances = _f.Text("tkbsnajijo"),
        BreakMinutes = _f.Whole("kyukeijn_n", 0, 600),
        DaysOffPerYear = _f.Whole("nenkankjsu_n", 0, 366),
        DaysOff = DaysOff(),
        TwoDaysOffAWeek = _f.Named("sk2sei_n", "sk2sei_c", CodeLists.TwoDaysOff),
        DaysOffRemarks = _f.Text("kyjstosnta"),
        PaidLeaveAfterSixMonths = _f.Whole("sixmonth_yukyukyuka_n", 0, 100),
    };

    private JobCard.ConditionsBlock Conditions() => new()
    {
        Insurance = _f.Marked(
            ("knyhkn_koyo", "雇用"), ("knyhkn_rosai", "労災"), ("knyhkn_kenko", "健康"), ("knyhkn_kosei", "厚生年金"),
            ("knyhkn_komusaigai", "公務災害補償"), ("knyhkn_zaikei", "財形")) is { Count: > 0 } marked ? marked : Listed("knyhkn"),
        CompanyPension = _f.Text("kigyonenkin"),
        RetirementMutualAid = _f.Text("tskinksi"),
        RetirementAllowance = _f.Text("tiskkin_seido"),
        RetirementAllowanceAfterYears = _f.Text("tskinsdkinzokunensu"),
        RetirementAge = _f.Joined(" ", "tnsei", "tnnenrei"),
        Reemployment = _f.Joined(" ", "saikoyo", "saikoyo_jgnnenrei"),
        ExtendedEmployment = _f.Joined(" ", "knmencho", "knmencho_jgnnenrei"),
        Housing = _f.Text("nkj"),
        Childcare = _f.Named("tkjshsetu_n", "tkjshsetu_c", CodeLists.YesNo),
        ChildcareRemarks = _f.Text("tkjshsetu_tkjk"),
    };

    private JobCard.CompanyBlock Company() => new()
    {
        EmployeesInCompany = _f.Whole("jgis_kigyozentai_n", 0, 9_999_999),
        EmployeesAtWorkplace = _f.Whole("jgis_shgbs_n", 0, 9_999_999),
        WomenAtWorkplace = _f.Whole("jgis_uchijosei_n", 0, 9_999_999),
        PartTimersAtWorkplace = _f.Whole("jgis_uchipart_n", 0, 9_999_999),
        FoundedYear = Year("sogyostrt_nen_seireki") ?? Year("sogyostrt_nen_wareki"),
        Capital = _f.Text("shihonkin"),
        LabourUnion = _f.Text("rodokumiai"),
        Business = _f.Text("jigyony"),
        Features = _f.Text("kaishatokucho"),
        RepresentativeTitle = _f.Text("yshk"),
        Representative = _f.Text("dhsyamei"),
        CorporateNumber = Corporate() is { } number && CorporateNumber.IsValid(number) ? number : null,
        WorkRulesFullTime = _f.Text("fltmshgkisoku"),
        WorkRulesPartTime = _f.Text("partshgkisoku"),
        ChildcareLeaveRecord = _f.Text("ikujikyugyostkjissekiumu_n"),
        FamilyCareLeaveRecord = _f.Text("kaigokyugyostkjissekiumu_n"),
        NursingLeaveRecord = _f.Text("kangokyukastkjissekiumu_n"),
        ForeignEmployeesRecord = _f.Text("gkjnkoyojissekiumu_n"),
        JobBasedPay = _f.Text("shokumukyusd_umu_n"),
        ReturnToWork = _f.Text("fukushokusd_umu_n"),
    };

    private JobCard.SelectionBlock Selection() => new()
    {
        Headcount = _f.Whole("saiyoninzu_n", 1, 9_999),
        Reason = Join("：", _f.Named("boshury_n", "boshury_c", CodeLists.Reasons), _f.Text("snta_boshury")),
        Methods = [.. _f.Marked(
            ("snkhoho_mensetsu_c", "面接"), ("snkhoho_shrisnko_c", "書類選考"), ("snkhoho_hkkskn_c", "筆記試験"), ("snkhoho_snta_c", "その他")),
            .. Listed("snkhoho")],
        Interviews = _f.Whole("mensetsuyoteikaisu", 0, 20),
        ResultTiming = _f.Text("selectkekkatsuch"),
        DaysToDocumentResult = _f.Whole("shoruiselectkekka", 0, 365),
        DaysToInterviewResult = _f.Whole("mensetsuselectkekka", 0, 365),
        NotificationMeans = _f.Text("ksshenotsuchihoho"),
        Schedule = _f.Text("selectnichijito"),
        PlacePostalCode = _f.PostalCode("selectbsyubinno"),
        PlaceAddress = _f.Text("selectbsjusho"),
        PlaceStation = _f.Text("selectbsmyoreki"),
        Documents = [.. _f.Marked(
            ("obshri_hwshkijo", "ハローワーク紹介状"), ("obshri_rrksh", "履歴書（写真貼付）"), ("obshri_shkmkeireki", "職務経歴書"), ("obshri_jobcard", "ジョブ・カード")),
            .. Listed("oboshoruitou"), .. Listed("oboshri_snta")],
        DocumentsBy = _f.Text("oboshoruinosofuhoho"),
        DocumentsReturn = _f.Text("obohen"),
        ContactPosition = _f.Text("ttsykm"),
        ContactNameKana = _f.Text("ttsttskana"),
        ContactName = _f.Text("ttstts"),
        ContactPhone = _f.Text("snktts_tel"),
        ContactExtension = _f.Text("ttsnaisen"),
        ContactFax = _f.Text("snktts_fax"),
        ContactEmail = _f.Text("snktts_mail"),
        Remarks = _f.Text("selecttkjk"),
    };

    private JobCard.RemarksBlock Remarks() => new()
    {
        Remarks = _f.Text("kjjknktkjk", MostRemarks),
        MessageFromOffice = _f.Text("jgshkaranomsg", MostRemarks),
        Branches = _f.Joined("\n", "shtnkssu", "shtn1", "shtn2", "shtn3"),
        MainCustomers = _f.Joined("\n", "stsk1", "stsk2", "stsk3"),
        YearlySales = _f.Joined("\n", "nensho1", "nensho2", "nensho3"),
        AffiliatedCompanies = _f.Joined("\n", "kksh1", "kksh2", "kksh3"),
        Welfare = _f.Text("fukurikoseinony", MostRemarks),
        Training = _f.Joined("\n", "knssdny", "knssdnossinigainoriyo"),
        WorkLifeSupport = _f.Text("rrtshienny", MostRemarks),
        Accessibility = _f.Marked(
            ("elevator", "エレベーター"), ("tenjisetsubi", "点字設備"), ("kaidantesuri", "階段手すり"), ("tesurisechi", "手すり"),
            ("barrierfree", "バリアフリートイレ"), ("tatemonokrmisuido", "建物内の車いす移動"), ("kyukeishitsu", "休憩室")),
        JobCoach = _f.Text("kigyoziskkatajobumu"),
    };

    private JobNumber ReadNumber()
    {
        var number = default(JobNumber);
        if (_f.Required("kjno") is { Length: > 0 } written && !JobNumber.TryParse(written, out number))
            record.Refuse(RecordRefusal.Shape, LayoutTags.Get("kjno"), limit: "NNNNN-NNNNNNNN");
        return number;
    }

    private (DateOnly AcceptedOn, DateOnly? LastDay) Days()
    {
        if (record[LayoutTags.Get("uktkymd_seireki")] is null && record[LayoutTags.Get("uktkymd_wareki")] is null)
            record.Refuse(RecordRefusal.Missing, LayoutTags.Get("uktkymd_seireki"));
        var accepted = _f.Date("uktkymd_seireki") ?? _f.Date("uktkymd_wareki");
        var lastTag = record[LayoutTags.Get("kjyukoymd")] is null ? "shokaikigenymd" : "kjyukoymd";
        var last = _f.Date(lastTag);
        if (last < accepted)
            record.Refuse(RecordRefusal.LastDayBeforeAcceptance, LayoutTags.Get(lastTag), limit: accepted!.Value.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        return (accepted ?? today, last);
    }

    private IEnumerable<ImportRemark> ToKnow(ImportedOffice office, DateOnly acceptedOn, DateOnly? lastDay)
    {
        // A job isn't kept from seekers for a number nobody needs to apply; a wrong number isn't kept either.
        if (Corporate() is { } number && !CorporateNumber.IsValid(number))
            yield return ImportRemark.CorporateNumberLeftOut;
        if (office.Number is null)
            yield return ImportRemark.OfficeNumberProvisional;
        if (lastDay > JobOffer.LastDayFor(acceptedOn, lastDay))
            yield return ImportRemark.LastDayShortened;
    }

    private string? Corporate() => _f.Text("honinno") is { } written ? WrittenValues.Plain(written) : null;

    private (EmploymentType, string? NonRegularName) Employment()
    {
        var name = _f.Text("koyokeitaissinigainomeisho");
        EmploymentType? type = null;
        if (_f.Text("koyokeitai_n") is { } written)
        {
            var plain = WrittenValues.Plain(written);
            // 正社員以外（契約社員）: the name of what it is stands behind.
            if (plain.StartsWith("正社員以外(", StringComparison.Ordinal) && plain.EndsWith(')'))
                (type, name) = (EmploymentType.NonRegular, name ?? plain["正社員以外(".Length..^1]);
            else if (CodeLists.EmploymentTypes.TryGetValue(plain, out var known))
                (type, name) = (known, known is EmploymentType.NonRegular && plain != "正社員以外" && !char.IsAsciiDigit(plain[0]) ? name ?? plain : name);
            else
                record.Refuse(RecordRefusal.NotInList, LayoutTags.Get("koyokeitai_n"));
        }
        else
            type = _f.OneOf("koyokeitai_c", CodeLists.EmploymentTypes);

        var part = _f.Named("kjkbn2_n", "kjkbn2_c", CodeLists.FullOrPart) == "パート";
        if (type is null && record[LayoutTags.Get("koyokeitai_n")] is null && record[LayoutTags.Get("koyokeitai_c")] is null && !part)
            record.Refuse(RecordRefusal.Missing, LayoutTags.Get("koyokeitai_n"));
        return (type switch
        {
            null => EmploymentType.Part,
            EmploymentType.FixedTermDispatch when part => EmploymentType.PartFixedTermDispatch,
            EmploymentType.PermanentDispatch when part => EmploymentType.PartPermanentDispatch,
            { } said => said,
        }, name);
    }

    private (int? From, int? To) Ages()
    {
        var (from, to) = (_f.Whole("nenreisegnari_kagen", 0, 120), _f.Whole("nenreisegnari_jgn", 0, 120));
        if (from > to)
            record.Refuse(RecordRefusal.LowerAboveUpper, LayoutTags.Get("nenreisegnari_kagen"), limit: $"{to}");
        return (from, to);
    }

    private List<JobCard.RequiredLicence> Licences()
    {
        var licences = new List<JobCard.RequiredLicence>(3);
        foreach (var (nameTag, codeTag, necessityTag, necessityCodeTag) in LicenceTags)
        {
            var (code, necessity) = (_f.Text(codeTag), _f.Named(necessityTag, necessityCodeTag, CodeLists.Necessity));
            if (_f.Text(nameTag) is { } name)
                licences.Add(new(name, necessity, code));
            // Some senders write 「看護師 必須」 into the one tag.
            else if (necessity is not null)
                licences.Add(new(necessity, null, code));
        }
        return licences;
    }

    private List<JobCard.Allowance> Allowances()
    {
        var allowances = new List<JobCard.Allowance>(4);
        foreach (var (nameTag, fromTag, toTag, textTag) in AllowanceTags)
        {
            var (from, to) = _f.YenRange(fromTag, toTag, textTag);
            var name = Join(" ", _f.Text(nameTag), _f.UnlessRange(textTag));
            if (name is not null || from is not null || to is not null)
                allowances.Add(new(name ?? "手当", from, to));
        }
        return allowances;
    }

    private List<JobCard.Workplace> Workplaces(ImportedOffice office, StaffingKind staffing)
    {
        var (postalCode, address) = (_f.PostalCode("shgbsyubinno"), _f.Text("shgbsjusho", MostAddress));
        var places = new List<JobCard.Workplace>(4);
        foreach (var (nameTag, codeTag) in PlaceTags)
        {
            // Postal code and address are those of the first.
            var first = places.Count == 0;
            var named = _f.Text(nameTag, MostAddress);
            var written = first ? address ?? named : named;
            if ((Place(codeTag, named ?? written) ?? (written is null ? null : new())) is { } place)
                places.Add(place with { PostalCode = first ? postalCode : null, Address = written });
        }
        // No workplace said means the office itself, unless the work is done at somebody else's.
        if (places.Count == 0 && staffing is StaffingKind.None && (office.Address ?? office.PrefectureCode) is not null)
            places.Add(new() { PrefectureCode = office.PrefectureCode, MunicipalityCode = office.MunicipalityCode, PostalCode = office.PostalCode, Address = office.Address });
        return places;
    }

    private JobCard.Workplace? Place(string? codeTag, string? written)
    {
        if (codeTag is not null && _f.Text(codeTag) is { } said)
        {
            var code = WrittenValues.Plain(said);
            // The sixth digit is a check digit.
            if (code.Length == 6)
                code = code[..5];
            if (Municipalities.Find(code) is { } municipality)
                return new() { PrefectureCode = municipality.PrefectureCode, MunicipalityCode = municipality.Code };
            if (Municipalities.FindCity(code) is { } city)
                return new() { PrefectureCode = city.Prefecture.Code };
            if (Prefectures.Find(code) is { } prefecture)
                return new() { PrefectureCode = prefecture.Code };
            record.Refuse(RecordRefusal.NotInList, LayoutTags.Get(codeTag));
        }
        return Municipalities.FindInAddress(written) is { } place ? new() { PrefectureCode = place.Prefecture.Code, MunicipalityCode = place.Municipality?.Code } : null;
    }

    private string? DaysOff()
    {
        var days = _f.Marked(
            ("kyjs_mon", "月"), ("kyjs_tue", "火"), ("kyjs_wed", "水"), ("kyjs_thu", "木"), ("kyjs_fri", "金"), ("kyjs_sat", "土"), ("kyjs_sun", "日"), ("kyjs_holiday", "祝日"));
        return days.Count > 0 ? string.Join("、", days) : _f.Text("kyjs");
    }

    private string[] Listed(string tag) =>
        _f.Text(tag)?.Split(['、', ',', '，', '・', '\n', '／', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private int? Year(string tag)
    {
        var item = LayoutTags.Get(tag);
        if (record[item] is not { } written)
            return null;
        if (WrittenValues.TryYear(written, out var year))
            return year;
        record.Refuse(RecordRefusal.NotADate, item);
        return null;
    }

    private string? Occupation(string tag)
    {
        if (_f.Text(tag) is not { } written)
            return null;
        if (Occupations.Normalise(written) is { } code && !Occupations.Covering(code).IsEmpty)
            return code;
        record.Refuse(RecordRefusal.NotInList, LayoutTags.Get(tag));
        return null;
    }

    private Industry? Industry(string tag)
    {
        if (_f.Text(tag) is not { } written)
            return null;
        // The card shows the middle group; senders write the small one (three digits, the first two of them the middle group's) as well.
        var code = WrittenValues.Plain(written);
        if (Industries.Find(code.Length is 3 or 4 && code.All(char.IsAsciiDigit) ? code[..2] : code) is { } industry)
            return industry;
        record.Refuse(RecordRefusal.NotInList, LayoutTags.Get(tag));
        return null;
    }

    private void RefuseBarredSelfApplication(JobCard card)
    {
        if (!card.Header.AcceptsSelfApplication || JobOffer.BarToSelfApplication(card) is not { } bar)
            return;
        var tag = LayoutTags.Get("onlinejishuobo_uktkkahi_n");
        record.Refuse(
            bar is SelfApplicationBar.OfficeNameNotShown ? RecordRefusal.SelfApplicationWithoutOfficeName : RecordRefusal.SelfApplicationWithoutWorkplace,
            record[tag] is null ? LayoutTags.Get("onlinejishuobo_uktkkahi_c") : tag);
    }

    private static string? InWords(int? from, int? to) =>
        from is null && to is null ? null : from == to ? Yen(from) : $"{Yen(from)}〜{Yen(to)}";

    private static string? Yen(int? amount) => amount?.ToString("#,0円", CultureInfo.InvariantCulture);

    private static int? Plus(int? sum, int? overtime) => sum is null ? null : sum + (overtime ?? 0);

    private static string? Join(string separator, params ReadOnlySpan<string?> parts)
    {
        string? joined = null;
        foreach (var part in parts)
            if (part is not null)
                joined = joined is null ? part : joined + separator + part;
        return joined;
    }
}
