using HelloWork.Domain.Common;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>What has to be mended before the check can be asked for.</summary>
public sealed record JobFault(JobStep Step, string Path, JobFaultKind Kind, int Most = 0);

public enum JobFaultKind
{
    Missing = 1,
    /// <summary>Longer than the card takes, or with characters that can't be shown.</summary>
    TooLong = 2,
    NotANumber = 3,
    OutOfRange = 4,
    NotATime = 5,
    /// <summary>The upper bound is below the lower one.</summary>
    Reversed = 6,
    /// <summary>The address names no prefecture.</summary>
    UnknownPlace = 7,
    /// <summary>Self-application, but the office's name isn't shown (JO-02).</summary>
    OfficeNameNotShown = 8,
    /// <summary>Self-application, but the workplace isn't named (JO-03).</summary>
    WorkplaceNotNamed = 9,
    /// <summary>An age limit without one of the grounds the law knows.</summary>
    AgeWithoutGround = 10,
    OvertimePayWithoutAmount = 11,
    TermMissing = 12,
    CorporateNumber = 13,
    NotAWebAddress = 14,
    NotOffered = 15,
}

/// <summary>What may be right but seldom is; accepted by going on.</summary>
public sealed record JobWarning(JobStep Step, string Path, JobWarningKind Kind)
{
    /// <summary>Tells which warnings somebody has seen.</summary>
    public string Key => $"{Path}:{Kind}";
}

public enum JobWarningKind
{
    DescriptionShort = 1,
    ScopeOfChangeMissing = 2,
    PlaceScopeMissing = 3,
    RenewalConditionsMissing = 4,
    NoUpperWage = 5,
    WideWage = 6,
    BreakShort = 7,
    FewDaysOff = 8,
    SpecialClauseMissing = 9,
    PartAsRegular = 10,
    DispatchWithoutStaffing = 11,
    NoInsurance = 12,
    NoContact = 13,
    NoMethods = 14,
    NoHours = 15,
}

/// <summary>求人の入力の確認: hard faults and soft warnings of a draft.</summary>
public static class JobDraftChecks
{
    private const int ShortDescription = 60;
    private const int FewDaysOff = 105;
    private const int MostOvertime = 45;

    public static IReadOnlyList<JobFault> Faults(this JobDraftValues values) => [.. Enum.GetValues<JobStep>().SelectMany(step => FaultsOf(values, step))];

    public static IEnumerable<JobFault> FaultsOf(this JobDraftValues values, JobStep step)
    {
        var single = JobFields.Of(step, values).Select(f => FaultOf(f, values[f.Path])).OfType<JobFault>().ToList();
        var known = single.Select(f => f.Path).ToHashSet();
        return single.Concat(Together(values, step).Where(f => !known.Contains(f.Path)));
    }

    private static JobFault? FaultOf(JobField field, string value)
    {
        if (value.Length == 0)
            return field.Required ? new(field.Step, field.Path, JobFaultKind.Missing) : null;
        var kind = field.Kind switch
        {
            JobFieldKind.Line or JobFieldKind.Text when !WrittenText.Fits(value, field.Most) => JobFaultKind.TooLong,
            JobFieldKind.Number => JobDraftValues.Number(value) is not { } number ? JobFaultKind.NotANumber : number > field.Most ? JobFaultKind.OutOfRange : 0,
            JobFieldKind.Decimal => JobDraftValues.Amount(value) is not { } amount ? JobFaultKind.NotANumber : amount > field.Most ? JobFaultKind.OutOfRange : 0,
            JobFieldKind.Time when JobDraftValues.Time(value) is null => JobFaultKind.NotATime,
            // Words of an earlier card may stand there; what they say is bounded all the same.
            JobFieldKind.Choice when !WrittenText.Fits(value, 100) => JobFaultKind.TooLong,
            JobFieldKind.Choices when value.Split('\n').Any(v => !WrittenText.Fits(v, 100)) => JobFaultKind.TooLong,
            JobFieldKind.Disclosure when !Enum.TryParse<Disclosure>(value, out var d) || !Enum.IsDefined(d) => JobFaultKind.NotOffered,
            JobFieldKind.EmploymentType when !Enum.TryParse<EmploymentType>(value, out var t) || !Enum.IsDefined(t) => JobFaultKind.NotOffered,
            JobFieldKind.Staffing when !Enum.TryParse<StaffingKind>(value, out var s) || !Enum.IsDefined(s) => JobFaultKind.NotOffered,
            JobFieldKind.Occupation when Occupations.Covering(value).IsEmpty => JobFaultKind.NotOffered,
            JobFieldKind.Industry when Industries.Find(value) is null => JobFaultKind.NotOffered,
            _ => (JobFaultKind)0,
        };
        return kind is 0 ? null : new(field.Step, field.Path, kind, field.Most);
    }

    private static IEnumerable<JobFault> Together(JobDraftValues values, JobStep step)
    {
        switch (step)
        {
            case JobStep.General when Accepts(values) && values["Header.Disclosure"] is nameof(Disclosure.WithoutName) or nameof(Disclosure.NotPublic):
                yield return new(step, "Header.AcceptsSelfApplication", JobFaultKind.OfficeNameNotShown);
                break;
            case JobStep.Office:
                if (values["Office.Homepage"] is { Length: > 0 } homepage && !(Uri.TryCreate(homepage, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                    yield return new(step, "Office.Homepage", JobFaultKind.NotAWebAddress);
                if (values["Company.CorporateNumber"] is { Length: > 0 } number && !CorporateNumber.IsValid(ShapedNumber.Plain(number)))
                    yield return new(step, "Company.CorporateNumber", JobFaultKind.CorporateNumber);
                break;
            case JobStep.Work:
                if (Accepts(values) && Staffed(values) && values["Work.WorkplaceNamed"] != "true")
                    yield return new(step, "Work.WorkplaceNamed", JobFaultKind.WorkplaceNotNamed);
                if (values["Work.TermLimit"].Contains("あり", StringComparison.Ordinal) && values["Work.Term"].Length == 0)
                    yield return new(step, "Work.Term", JobFaultKind.TermMissing);
                if (Enumerable.Range(0, values.RowsOf("Work.Workplaces")).All(i => values[$"Work.Workplaces[{i}].Address"].Length == 0))
                    yield return new(step, "Work.Workplaces[0].Address", JobFaultKind.Missing);
                for (var i = 0; i < values.RowsOf("Work.Workplaces"); i++)
                    if (values[$"Work.Workplaces[{i}].Address"] is { Length: > 0 } address && Municipalities.FindInAddress(address) is null)
                        yield return new(step, $"Work.Workplaces[{i}].Address", JobFaultKind.UnknownPlace);
                if ((values["Work.AgeFrom"] + values["Work.AgeTo"]).Length > 0 && values["Work.AgeLimitGround"].Length == 0)
                    yield return new(step, "Work.AgeLimitGround", JobFaultKind.AgeWithoutGround);
                if (Reversed(values, "Work.AgeFrom", "Work.AgeTo"))
                    yield return new(step, "Work.AgeTo", JobFaultKind.Reversed);
                break;
            case JobStep.Pay:
                if (Reversed(values, "Pay.BaseFrom", "Pay.BaseTo"))
                    yield return new(step, "Pay.BaseTo", JobFaultKind.Reversed);
                if (Reversed(values, "Pay.FixedOvertimeFrom", "Pay.FixedOvertimeTo"))
                    yield return new(step, "Pay.FixedOvertimeTo", JobFaultKind.Reversed);
                if (values["Pay.FixedOvertime"] == "あり" && values["Pay.FixedOvertimeFrom"].Length == 0)
                    yield return new(step, "Pay.FixedOvertimeFrom", JobFaultKind.OvertimePayWithoutAmount);
                for (var i = 0; i < values.RowsOf("Pay.FixedAllowances"); i++)
                {
                    var (name, from, to) = ($"Pay.FixedAllowances[{i}].Name", $"Pay.FixedAllowances[{i}].From", $"Pay.FixedAllowances[{i}].To");
                    if (values[name].Length == 0 && (values[from] + values[to]).Length > 0)
                        yield return new(step, name, JobFaultKind.Missing);
                    if (Reversed(values, from, to))
                        yield return new(step, to, JobFaultKind.Reversed);
                }
                break;
            case JobStep.Hours:
                for (var i = 0; i < values.RowsOf("Hours.Shifts"); i++)
                {
                    var (from, to) = ($"Hours.Shifts[{i}].From", $"Hours.Shifts[{i}].To");
                    if (values[from].Length == 0 != (values[to].Length == 0))
                        yield return new(step, values[from].Length == 0 ? from : to, JobFaultKind.Missing);
                }
                break;
            case JobStep.Conditions or JobStep.Appeal or JobStep.Selection or JobStep.General:
                break;
        }
    }

    public static IReadOnlyList<JobWarning> WarningsOf(this JobDraftValues values, JobStep step)
    {
        var found = new List<JobWarning>();
        switch (step)
        {
            case JobStep.Office or JobStep.General or JobStep.Appeal:
                break;
            case JobStep.Work:
                Warn(WrittenText.Length(values["Work.Description"]) < ShortDescription, "Work.Description", JobWarningKind.DescriptionShort);
                Warn(values["Work.ScopeOfChange"].Length == 0, "Work.ScopeOfChange", JobWarningKind.ScopeOfChangeMissing);
                Warn(values["Work.WorkplaceScopeOfChange"].Length == 0, "Work.WorkplaceScopeOfChange", JobWarningKind.PlaceScopeMissing);
                Warn(values["Work.Renewal"].StartsWith("あり", StringComparison.Ordinal) && values["Work.RenewalConditions"].Length == 0, "Work.RenewalConditions", JobWarningKind.RenewalConditionsMissing);
                Warn(values["Header.FullOrPart"] == "パート" && values["Work.EmploymentType"] == nameof(EmploymentType.Regular), "Work.EmploymentType", JobWarningKind.PartAsRegular);
                Warn(values["Work.EmploymentType"].Contains("Dispatch", StringComparison.Ordinal) && !Staffed(values), "Work.Staffing", JobWarningKind.DispatchWithoutStaffing);
                break;
            case JobStep.Pay:
                var (from, to) = (JobDraftValues.Number(values["Pay.BaseFrom"]), JobDraftValues.Number(values["Pay.BaseTo"]));
                Warn(from is not null && values["Pay.BaseTo"].Length == 0, "Pay.BaseTo", JobWarningKind.NoUpperWage);
                Warn(from is > 0 && to > 2L * from, "Pay.BaseTo", JobWarningKind.WideWage);
                break;
            case JobStep.Hours:
                Warn(values.RowsOf("Hours.Shifts") == 0 && values["Hours.OrBetween"].Length == 0, "Hours.Shifts[0].From", JobWarningKind.NoHours);
                var rest = values["Hours.BreakMinutes"].Length == 0 ? 0 : JobDraftValues.Number(values["Hours.BreakMinutes"]);
                Warn(rest < NeededBreak(values), "Hours.BreakMinutes", JobWarningKind.BreakShort);
                Warn(values["Header.FullOrPart"] != "パート" && JobDraftValues.Number(values["Hours.DaysOffPerYear"]) < FewDaysOff, "Hours.DaysOffPerYear", JobWarningKind.FewDaysOff);
                Warn(JobDraftValues.Number(values["Hours.OvertimeHoursPerMonth"]) > MostOvertime && values["Hours.SpecialOvertimeClause"] != "あり", "Hours.SpecialOvertimeClause", JobWarningKind.SpecialClauseMissing);
                break;
            case JobStep.Conditions:
                Warn(values["Conditions.Insurance"].Length == 0, "Conditions.Insurance", JobWarningKind.NoInsurance);
                break;
            case JobStep.Selection:
                Warn(values["Selection.Methods"].Length == 0, "Selection.Methods", JobWarningKind.NoMethods);
                Warn(values["Selection.ContactName"].Length == 0 || (values["Selection.ContactPhone"] + values["Selection.ContactEmail"]).Length == 0, "Selection.ContactName", JobWarningKind.NoContact);
                break;
        }
        return found;

        void Warn(bool holds, string path, JobWarningKind kind)
        {
            if (holds)
                found.Add(new(step, path, kind));
        }
    }

    /// <summary>労働基準法34条: 45 minutes where more than six hours are worked, 60 where more than eight; by the first shift, break included.</summary>
    private static int NeededBreak(JobDraftValues values)
    {
        if (!TimeOnly.TryParse(JobDraftValues.Time(values["Hours.Shifts[0].From"]), out var from) || !TimeOnly.TryParse(JobDraftValues.Time(values["Hours.Shifts[0].To"]), out var to))
            return 0;
        var minutes = (to - from).TotalMinutes;
        return minutes > 8 * 60 + 45 ? 60 : minutes > 6 * 60 ? 45 : 0;
    }

    private static bool Accepts(JobDraftValues values) => values["Header.AcceptsSelfApplication"] == "true";

    private static bool Staffed(JobDraftValues values) => values["Work.Staffing"] is nameof(StaffingKind.Dispatch) or nameof(StaffingKind.Contract);

    private static bool Reversed(JobDraftValues values, string from, string to) => JobDraftValues.Number(values[to]) < JobDraftValues.Number(values[from]);
}
