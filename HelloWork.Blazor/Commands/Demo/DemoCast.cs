using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>The demo people with names: the sign-in page lists them, outside checks rely on them.</summary>
public sealed class DemoCast(IPasswordHasher<Account> passwords)
{
    /// <summary>Where the demo's jobs and seekers are looked after.</summary>
    internal const string PlacementOffice = "13010";

    // One hash for all: the password is public anyway, and thirteen slow hashes would hold up the first start.
    private string? _hash;

    public void AddTo(HelloWorkDbContext db, DateTime now)
    {
        AddEmployers(db, now);
        AddSeekers(db, now);
        foreach (var provider in DemoProviders.All)
            AddProvider(db, provider, now);
        var counselor = Open("counselor01", Role.Counselor, "飯田 一郎", now);
        db.AddRange(counselor, new StaffPost(counselor.Id, PlacementOffice), Open("bureau01", Role.BureauOfficer, "千代田 京子", now),
            Open("bureau02", Role.BureauOfficer, "大手 町子", now));
    }

    private void AddProvider(HelloWorkDbContext db, DemoProviders.Organisation organisation, DateTime now)
    {
        var provider = new Provider(LicenceNumber.Parse(organisation.Licence), organisation.Kind, organisation.Name, organisation.Handling,
            organisation.PrivacyMark is { } mark ? PrivacyMarkNumber.Parse(mark) : null, organisation.About, now, now);
        var account = Open(organisation.UserId, Role.Provider, organisation.Name, now);
        var template = new GuidanceTemplate(provider.Id);
        template.Save(organisation.Disclosures, now);
        db.AddRange(provider, account, new ProviderMember(provider.Id, account.Id), template);
    }

    private Account Open(string userId, Role role, string displayName, DateTime now)
    {
        var account = new Account(userId, role, displayName, $"{userId}@example.jp", now);
        account.PasswordHash = _hash ??= passwords.HashPassword(account, DemoPeople.Password);
        account.Activate(now);
        return account;
    }

    private void AddEmployers(HelloWorkDbContext db, DateTime now)
    {
        var maker = AddEmployer(db, "employer01", "1301-000001-1", "株式会社見本製作所", "カブシキガイシャミホンセイサクショ", "101-0051", "東京都千代田区神田神保町1丁目99番", "13101", "26", now);
        AddJob(db, maker, "13010-00000101", DemoJobs.Accounting, now);
        AddJob(db, maker, "13010-00000102", DemoJobs.Reception, now);
        AddJob(db, maker, "13010-00000103", DemoJobs.Assembly, now);

        var dispatch = AddEmployer(db, "employer02", "1301-000002-1", "例示スタッフサービス株式会社", "レイジスタッフサービスカブシキガイシャ", "160-0023", "東京都新宿区西新宿6丁目99番", "13104", "91", now);
        AddJob(db, dispatch, "13010-00000201", DemoJobs.Dispatch, now);

        var cafe = AddEmployer(db, "employer03", "1301-000003-1", "喫茶れんげ草", "キッサレンゲソウ", "156-0051", "東京都世田谷区宮坂3丁目99番", "13112", "76", now);
        AddJob(db, cafe, "13010-00000301", DemoJobs.Cafe, now, publish: false);
    }

    private Office AddEmployer(HelloWorkDbContext db, string userId, string number, string name, string kana, string postalCode, string address, string municipality, string industry, DateTime now)
    {
        var office = new Office(OfficeNumber.Parse(number), name, kana, postalCode, address, municipality[..2], municipality, industry);
        var account = Open(userId, Role.Employer, name, now);
        db.AddRange(office, account, new OfficeMember(office.Id, account.Id));
        return office;
    }

    private static void AddJob(HelloWorkDbContext db, Office office, string number, Func<Office, JobCard> card, DateTime now, bool publish = true)
    {
        var job = new JobOffer(JobNumber.Parse(number), office, card(office), Jst.DayOf(now), null, now);
        if (publish)
            job.Publish(now);
        else
            db.Add(new DeskItem(JobDesk.WorkOf(job, job.Card, office, Jst.DayOf(now)), now));
        db.Add(job);
    }

    private void AddSeekers(HelloWorkDbContext db, DateTime now)
    {
        foreach (var (person, index) in DemoSeekers.All.Select((p, i) => (p, i)))
        {
            var seeker = new Seeker(new PersonalDetails
            {
                Name = person.Name, NameKana = person.Kana, BirthDate = person.BirthDate, PostalCode = person.PostalCode,
                Address = person.Address, Phone = $"090-0000-00{index + 11}", Email = person.UserId is null ? null : $"{person.UserId}@example.jp",
            });
            if (person.UserId is not null)
            {
                var account = Open(person.UserId, Role.Seeker, person.Name, now);
                db.Add(account);
                seeker.OpenMyPage(account.Id, now);
            }
            var registration = new SeekerRegistration(seeker, RegistrationNumber.Parse(person.Number), person.Kind, Jst.DayOf(now));
            registration.RecordConsents(person.Shown, person.Provision);
            db.AddRange(seeker, registration, new SeekerProfile(seeker, PublicNumber.FromSerial(20_477_301 + index), person.Statement, now));
            if (person is { UserId: not null, Provision: not ProvisionChoice.Neither })
            {
                var service = new ProvisionService(registration, ProvisionTerms.CurrentVersion, now);
                service.Publish(now);
                db.Add(service);
            }
        }
    }
}
