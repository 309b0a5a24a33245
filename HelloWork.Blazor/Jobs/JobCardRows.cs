using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;
using static HelloWork.Blazor.Jobs.JobWords;

namespace HelloWork.Blazor.Jobs;

/// <summary>One line of a block: the key of its term is Field.<paramref name="Key"/>.</summary>
/// <param name="Note">Explains or completes the text, in small print.</param>
/// <param name="Link">Where the text itself is an address of the web.</param>
public sealed record JobCardRow(string Key, string Text, string? Note = null, string? Link = null);

/// <summary>A block of the job card; the key of its title is Block.<paramref name="Number"/>.</summary>
public sealed record JobCardBlock(int Number, IReadOnlyList<JobCardRow> Rows);

/// <summary>求人票の項目: the job card's blocks and fields in their own order; what nobody filled is left out.</summary>
internal sealed class JobCardRows(IStringLocalizer<JobsText> text)
{
    /// <summary>選考担当者: the one row that tells who somebody is and how to reach them.</summary>
    public const string Contact = "Selection.Contact";

    private readonly JobWords _words = new(text);

    public IReadOnlyList<JobCardBlock> Of(JobCard card, OfficeNumber? office)
    {
        var blocks = new[] { Office(card, office), Work(card.Work), Pay(card.Pay), Hours(card.Hours), Conditions(card.Conditions), Company(card.Company), Selection(card.Selection), Remarks(card.Remarks) };
        return blocks.Select((rows, i) => new JobCardBlock(i + 1, rows.OfType<JobCardRow>().ToList())).Where(block => block.Rows.Count > 0).ToList();
    }

    /// <summary>Block 0: what stands at the head of the card.</summary>
    public IReadOnlyList<JobCardRow> Header(JobCard card, JobNumber number, DateOnly acceptedOn, DateOnly lastDay)
    {
        IEnumerable<JobCardRow?> rows =
        [
            Row("Number", number.Value),
            Row("AcceptedOn", _words.FullDay(acceptedOn)),
            Row("LastDay", _words.FullDay(lastDay)),
            Row("PlacementOffice", PlacementOffices.Find(number.PlacementOfficeCode)?.Here()),
            .. General(card),
        ];
        return rows.OfType<JobCardRow>().ToList();
    }

    /// <summary>What the head of the card says before it has a number.</summary>
    public IReadOnlyList<JobCardRow> General(JobCard card)
    {
        var header = card.Header;
        IEnumerable<JobCardRow?> rows =
        [
            Row("Kind", Joined(text["Join"], header.Kind, header.FullOrPart)),
            Row("SelfApplication", text[header.AcceptsSelfApplication ? "SelfApplication.Yes" : "SelfApplication.No"]),
            Row("Industry", Filled(header.IndustryName)?.Here() ?? Industries.Find(header.IndustryCode)?.Here()),
            Row("TrialEmployment", header.TrialEmployment),
            Row("Disclosure", text[$"Disclosure.{header.Disclosure}"]),
        ];
        return rows.OfType<JobCardRow>().ToList();
    }

    /// <summary>Every line of the card, the head's first.</summary>
    public IReadOnlyList<JobCardRow> Lines(JobCard card) => [.. General(card), .. Of(card, null).SelectMany(block => block.Rows)];

    private IEnumerable<JobCardRow?> Office(JobCard card, OfficeNumber? number)
    {
        var office = card.Office;
        if (Filled(office.Name) is null && card.Header.Disclosure is Disclosure.NameToSeekers or Disclosure.WithoutName)
            yield return Row("Office.Name", text[$"NameHidden.{card.Header.Disclosure}"]);
        yield return Row("Office.Name", office.Name, office.NameKana);
        yield return Row("Office.Number", number?.Value);
        yield return Row("Office.Address", Address(office.PostalCode, office.Address));
        yield return Row("Office.Homepage", office.Homepage) is { } homepage
            ? homepage with { Link = Uri.TryCreate(homepage.Text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? homepage.Text : null }
            : null;
    }

    private IEnumerable<JobCardRow?> Work(JobCard.WorkBlock work) =>
    [
        Row("Work.Title", work.Title, Occupation(work)),
        Row("Work.Description", work.Description),
        Row("Work.ScopeOfChange", work.ScopeOfChange),
        Row("Work.EmploymentType", _words.Type(work.EmploymentType), work.NonRegularName),
        Row("Work.Promotion", work.PromotionToRegular, Lead("Lead.Record3Years", work.PromotionRecord)),
        Row("Work.Staffing", work.Staffing is StaffingKind.None ? null : text[$"Staffing.{work.Staffing}"].Value,
            Joined("\n", Lead("Lead.DispatchLicence", work.DispatchLicence), work.Staffing is not StaffingKind.None && !work.WorkplaceNamed ? text["Staffing.WorkplaceNotNamed"].Value : null)),
        Row("Work.Term", Joined(text["Join.Sentence"], work.TermLimit, work.Term)),
        Row("Work.Renewal", work.Renewal, work.RenewalConditions),
        Row("Work.Place", Joined("\n", [.. work.Workplaces.Select(Workplace), _words.Access(work)]),
            Joined("\n", work.WorkplaceRemarks, Lead("Lead.ScopeOfChange", work.WorkplaceScopeOfChange))),
        Row("Work.FromHome", work.WorkFromHome),
        Row("Work.Smoke", work.SmokePrevention, work.SmokePreventionRemarks),
        Row("Work.Car", work.CarCommuting, Lead("Lead.CarPark", work.CarPark)),
        Row("Work.Transfer", work.Transfer, work.TransferArea),
        Row("Work.ReturnToRegion", work.ReturnToRegion),
        Row("Work.Age", Joined(text["Join.Sentence"], work.Age, Ages(work)), Joined("\n", work.AgeLimitGround, work.AgeLimitReason)),
        Row("Work.Education", work.Education, work.EducationMajor),
        Row("Work.Experience", work.Experience, work.ExperienceDetails),
        Row("Work.Computer", work.ComputerSkills),
        Row("Work.DrivingLicence", work.DrivingLicence),
        Row("Work.Licences", Joined("\n", [.. _words.Licences(work), work.OtherLicences])),
        Row("Work.Trial", Joined(text["Join.Sentence"], work.TrialPeriod, work.TrialPeriodLength), work.TrialConditions),
    ];

    private IEnumerable<JobCardRow?> Pay(JobCard.PayBlock pay) =>
    [
        Row("Pay.Form", pay.Form, pay.FormRemarks),
        Explained("Pay.Base", _words.Yen(pay.BaseFrom, pay.BaseTo)),
        Explained("Pay.Allowances", Joined("\n", pay.FixedAllowances.Select(a => Joined(text["Blank"], a.Name, _words.Yen(a.From, a.To))))),
        Row("Pay.FixedOvertime", HasFixedOvertime(pay) ? Joined(text["Blank"], pay.FixedOvertime, _words.Yen(pay.FixedOvertimeFrom, pay.FixedOvertimeTo)) ?? _words.FixedOvertime(pay) : pay.FixedOvertime,
            Joined("\n", pay.FixedOvertimeRemarks, HasFixedOvertime(pay) ? text["Note.Pay.FixedOvertime"].Value : null)),
        Explained(HasFixedOvertime(pay) ? "Pay.TotalWithC" : "Pay.Total", _words.Yen(pay.TotalFrom, pay.TotalTo)),
        Explained("Pay.Other", pay.OtherAllowances),
        Row("Pay.Days", pay.MonthlyWorkingDays is { } days ? text["Days.Month", days].Value : null),
        Row("Pay.Commuting", Joined(text["Join.Sentence"], pay.CommutingAllowance, pay.CommutingAllowanceAmount)),
        Row("Pay.ClosingDay", pay.ClosingDay),
        Row("Pay.PayDay", pay.PayDay),
        Row("Pay.Rise", pay.PayRise, Lead("Lead.LastYear", pay.PayRiseRecord)),
        Row("Pay.Bonus", pay.Bonus, Lead("Lead.LastYear", pay.BonusRecord)),
    ];

    private IEnumerable<JobCardRow?> Hours(JobCard.HoursBlock hours) =>
    [
        Row("Hours.Shifts", Joined("\n", [.. hours.Shifts.Select(_words.Shift), Lead("Lead.Or", hours.OrBetween)]), hours.Remarks),
        Row("Hours.Flexible", hours.FlexibleSystem),
        Row("Hours.DaysPerWeek", hours.DaysPerWeek),
        Row("Hours.Overtime", Joined(text["Join.Sentence"], hours.Overtime, hours.OvertimeHoursPerMonth is { } h ? text["Hours.Average", h].Value : null)),
        Row("Hours.SpecialClause", hours.SpecialOvertimeClause, hours.SpecialOvertimeCircumstances),
        Row("Hours.Break", hours.BreakMinutes is { } minutes ? text["Minutes", minutes].Value : null),
        Row("Hours.DaysOff", hours.DaysOff, hours.DaysOffRemarks),
        Row("Hours.TwoDaysOff", hours.TwoDaysOffAWeek),
        Row("Hours.DaysOffPerYear", hours.DaysOffPerYear is { } days ? text["Days", days].Value : null),
        Row("Hours.PaidLeave", hours.PaidLeaveAfterSixMonths is { } leave ? text["PaidLeave", leave].Value : null),
    ];

    private IEnumerable<JobCardRow?> Conditions(JobCard.ConditionsBlock conditions) =>
    [
        Row("Conditions.Insurance", Joined(text["Join"], conditions.Insurance)),
        Row("Conditions.Pension", conditions.CompanyPension),
        Row("Conditions.MutualAid", conditions.RetirementMutualAid),
        Row("Conditions.RetirementAllowance", conditions.RetirementAllowance, Lead("Lead.YearsOfService", conditions.RetirementAllowanceAfterYears)),
        Row("Conditions.RetirementAge", conditions.RetirementAge),
        Row("Conditions.Reemployment", conditions.Reemployment),
        Row("Conditions.Extended", conditions.ExtendedEmployment),
        Row("Conditions.Housing", conditions.Housing),
        Row("Conditions.Childcare", conditions.Childcare, conditions.ChildcareRemarks),
    ];

    private IEnumerable<JobCardRow?> Company(JobCard.CompanyBlock company) =>
    [
        Row("Company.Employees", Joined(text["Join"], People("People.Company", company.EmployeesInCompany), People("People.Workplace", company.EmployeesAtWorkplace),
            People("People.Women", company.WomenAtWorkplace), People("People.PartTimers", company.PartTimersAtWorkplace))),
        Row("Company.Founded", company.FoundedYear is { } year ? text["Year", year].Value : null),
        Row("Company.Capital", company.Capital),
        Row("Company.Union", company.LabourUnion),
        Row("Company.Business", company.Business),
        Row("Company.Features", company.Features),
        Row("Company.Representative", Joined(text["Blank"], company.RepresentativeTitle, company.Representative)),
        Row("Company.CorporateNumber", company.CorporateNumber),
        Row("Company.WorkRules", Joined(text["Join"], Lead("Lead.FullTime", company.WorkRulesFullTime), Lead("Lead.PartTime", company.WorkRulesPartTime))),
        Row("Company.ChildcareLeave", company.ChildcareLeaveRecord),
        Row("Company.FamilyCareLeave", company.FamilyCareLeaveRecord),
        Row("Company.NursingLeave", company.NursingLeaveRecord),
        Row("Company.Foreign", company.ForeignEmployeesRecord),
        Row("Company.JobBasedPay", company.JobBasedPay),
        Row("Company.ReturnToWork", company.ReturnToWork),
    ];

    private IEnumerable<JobCardRow?> Selection(JobCard.SelectionBlock selection) =>
    [
        Row("Selection.Headcount", selection.Headcount is { } count ? text["People", count].Value : null),
        Row("Selection.Reason", selection.Reason),
        Row("Selection.Methods", Joined(text["Join"], selection.Methods), selection.Interviews is { } interviews ? text["Interviews", interviews].Value : null),
        Row("Selection.Result", selection.ResultTiming, Joined("\n",
            selection.DaysToDocumentResult is { } documents ? text["Result.Documents", documents].Value : null,
            selection.DaysToInterviewResult is { } interview ? text["Result.Interview", interview].Value : null)),
        Row("Selection.Means", selection.NotificationMeans),
        Row("Selection.Schedule", selection.Schedule),
        Row("Selection.Place", Address(selection.PlacePostalCode, selection.PlaceAddress), selection.PlaceStation),
        Row("Selection.Documents", Joined(text["Join"], selection.Documents)),
        Row("Selection.DocumentsBy", selection.DocumentsBy),
        Row("Selection.DocumentsReturn", selection.DocumentsReturn),
        Row(Contact, Joined(text["Blank"], selection.ContactPosition, selection.ContactName), Joined("\n", selection.ContactNameKana,
            Lead("Lead.Phone", Joined(text["Blank"], selection.ContactPhone, Lead("Lead.Extension", selection.ContactExtension))),
            Lead("Lead.Fax", selection.ContactFax), Lead("Lead.Email", selection.ContactEmail))),
        Row("Selection.Remarks", selection.Remarks),
    ];

    private IEnumerable<JobCardRow?> Remarks(JobCard.RemarksBlock remarks) =>
    [
        Row("Remarks.Remarks", remarks.Remarks),
        Row("Remarks.Message", remarks.MessageFromOffice),
        Row("Remarks.Branches", remarks.Branches),
        Row("Remarks.Customers", remarks.MainCustomers),
        Row("Remarks.Sales", remarks.YearlySales),
        Row("Remarks.Affiliated", remarks.AffiliatedCompanies),
        Row("Remarks.Welfare", remarks.Welfare),
        Row("Remarks.Training", remarks.Training),
        Row("Remarks.WorkLife", remarks.WorkLifeSupport),
        Row("Remarks.Accessibility", Joined(text["Join"], remarks.Accessibility)),
        Row("Remarks.JobCoach", remarks.JobCoach),
    ];

    /// <summary>Null without anything to say; a note by itself takes the text's place.</summary>
    private static JobCardRow? Row(string key, string? shown, string? note = null) =>
        Filled(shown)?.Here() is { } filled ? new(key, filled, Filled(note)?.Here()) : Filled(note)?.Here() is { } alone ? new(key, alone) : null;

    /// <summary>With a note of ours that means nothing without the text.</summary>
    private JobCardRow? Explained(string key, string? shown) => Filled(shown) is { } filled ? new(key, filled, text[$"Note.{key}"]) : null;

    private string? Lead(string key, string? value) => Filled(value)?.Here() is { } filled ? text[key, filled].Value : null;

    private string? People(string key, int? count) => count is { } people ? text[key, people].Value : null;

    private string? Ages(JobCard.WorkBlock work) => (work.AgeFrom, work.AgeTo) switch
    {
        (null, null) => null,
        ({ } from, null) => text["Age.From", from].Value,
        (null, { } to) => text["Age.To", to].Value,
        ({ } from, { } to) => text["Age.Range", from, to].Value,
    };

    private string? Address(string? postalCode, string? address) =>
        Joined(text["Blank.Wide"], Lead("PostalCode", postalCode?.TrimStart('〒')), address);

    private string? Workplace(JobCard.Workplace place) =>
        Filled(place.Address) is null ? _words.Place(place) : Address(place.PostalCode, place.Address);

    private string? Occupation(JobCard.WorkBlock work) => Lead("Lead.Occupation", Joined(text["Join"],
        new[] { work.OccupationCode }.Concat(work.FurtherOccupationCodes).Select(code =>
            Occupations.Find(code) is { } known ? text["Occupation", known.Here(), known.Code].Value : Occupations.Covering(code).LastOrDefault() is { } group ? text["Occupation", group.Here(), code!].Value : code)));
}
