using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>利用団体を承諾する: the labour bureau's record of an organisation that may use the site (PR-01).</summary>
public sealed class AdmitProvider(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="PrivacyMark">As typed; empty without one.</param>
    /// <param name="TermsAccepted">The provider has accepted the terms of use.</param>
    public sealed record Command(BureauActor Officer, string Licence, ProviderKind Kind, string Name, string About, Handling Handling, string? PrivacyMark, bool TermsAccepted);

    /// <param name="Admitted">Null when refused.</param>
    public sealed record Result(ProviderId? Admitted, IReadOnlyList<AdmissionFault> Faults);

    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var faults = new List<AdmissionFault>();
        var hasLicence = LicenceNumber.TryParse(command.Licence, out var licence);
        PrivacyMarkNumber? mark = PrivacyMarkNumber.TryParse(command.PrivacyMark, out var written) ? written : null;
        if (!hasLicence)
            faults.Add(AdmissionFault.LicenceMalformed);
        if (!Enum.IsDefined(command.Kind))
            faults.Add(AdmissionFault.KindMissing);
        if (WrittenText.Tidy(command.Name) is var name && (name.Length == 0 || !WrittenText.Fits(name, Provider.LongestName)))
            faults.Add(AdmissionFault.NameMissingOrTooLong);
        if (!WrittenText.Fits(WrittenText.Tidy(command.About), Provider.LongestAbout))
            faults.Add(AdmissionFault.AboutTooLong);
        if (!command.Handling.IsKnown)
            faults.Add(AdmissionFault.HandlingUnknown);
        if (mark is null && !string.IsNullOrWhiteSpace(command.PrivacyMark))
            faults.Add(AdmissionFault.PrivacyMarkMalformed);
        if (!command.TermsAccepted)
            faults.Add(AdmissionFault.TermsNotAccepted);

        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Officer, ct);
            if (hasLicence && await db.Providers.Where(p => p.Licence == licence).Select(p => new { p.Name, p.Kind }).SingleOrDefaultAsync(ct) is { } admitted)
            {
                // The same form once more.
                if ((admitted.Name, admitted.Kind) == (name, command.Kind))
                    await db.DropFormDraftAsync(command.Officer.Account, DraftForm.Admission, "", ct);
                return new Result(null, [.. faults, AdmissionFault.AlreadyAdmitted]);
            }
            if (faults.Count > 0)
                return new Result(null, faults);

            var provider = new Provider(licence, command.Kind, name, command.Handling, mark, WrittenText.Tidy(command.About), now, now);
            db.Add(provider);
            await db.DropFormDraftAsync(command.Officer.Account, DraftForm.Admission, "", ct);
            db.Record(now, command.Officer.Account, nameof(AdmitProvider), nameof(Provider), provider.Id, licence.Value);
            return new Result(provider.Id, []);
        }, ct);
    }
}

/// <summary>What is wrong with an admission record.</summary>
public enum AdmissionFault
{
    /// <summary>Not of the shape 13-ユ-300001</summary>
    LicenceMalformed = 1,
    /// <summary>A provider of this number has been admitted.</summary>
    AlreadyAdmitted = 2,
    KindMissing = 3,
    NameMissingOrTooLong = 4,
    AboutTooLong = 5,
    /// <summary>A region, industry or occupation that the tables don't have.</summary>
    HandlingUnknown = 6,
    /// <summary>Not of the shape 10820001(05)</summary>
    PrivacyMarkMalformed = 7,
    TermsNotAccepted = 8,
}
